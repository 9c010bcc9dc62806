// The keys of the desk: each follows a link or presses a button that is on the page anyway. None acts while somebody
// types, and what was changed and not saved is not left without a question.
const KEYS = "[data-key]";
const form = document.querySelector(".desk-form");
const keys = document.querySelector(".desk-keys");
const isTyping = ({ target }) => target.matches("textarea, select, input:not([type=submit])");
const sent = () => form && new URLSearchParams(new FormData(form)).toString();
const opened = sent();
const isRefused = Boolean(document.querySelector(".desk-form .errornote"));
let isSaving = false;

const edit = () => {
  const field = form?.querySelector("textarea, select, input:not([type=hidden], [type=submit])");
  field?.focus();
};

const press = (key) => {
  const element = [...document.querySelectorAll(KEYS)].find((one) => one.dataset.key === key);
  element?.click();
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form?.contains(event.target)) {
    event.preventDefault();
    press("s");
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (event.key === "?") keys.open = !keys.open;
  else if (event.key === "e") edit();
  else if ("jknpsrdc".includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

form?.addEventListener("submit", () => { isSaving = true; });
window.addEventListener("beforeunload", (event) => {
  if (form && !isSaving && (isRefused || sent() !== opened)) event.preventDefault();
});
