// Filters update in place: a choice fetches the same page under its new address and puts its main part here. What people had open
// stays open, the keyboard stays where it was, and the number of results is said. Without this script the button does the same.
const said = () => document.getElementById("said");
let before = null;

// Addresses name only what is chosen.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt.id !== "filters-form") return;
  const chosen = [...detail.formData].filter(([, value]) => value !== "");
  for (const name of [...detail.formData.keys()]) detail.formData.delete(name);
  for (const [name, value] of chosen) detail.formData.append(name, value);
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = document.getElementById("filters-form");
  if (detail.target.id !== "main-content" || !form) return;
  before = {
    focused: document.activeElement.id,
    submitted: detail.requestConfig.triggeringEvent?.type === "submit",
    unfolded: form.offsetParent !== null && window.getComputedStyle(document.querySelector(".kb-filters__hide")).display !== "none",
    open: [...form.querySelectorAll("details[open]")].map((facet) => [facet.id, facet.querySelector("fieldset").scrollTop]),
  };
});

document.addEventListener("htmx:afterSwap", () => {
  if (!before) return;
  const { focused, submitted, unfolded, open } = before;
  before = null;
  for (const [id, top] of open) {
    const facet = document.getElementById(id);
    if (!facet) continue;
    facet.open = true;
    facet.querySelector("fieldset").scrollTop = top;
  }
  if (unfolded) document.getElementById("filters").classList.add("kb-filters--open");
  const count = document.getElementById("results-title");
  const problem = document.querySelector(".govuk-error-summary");
  const target = (submitted && problem) || document.getElementById(focused) || count;
  if (!target.matches("a, button, input, select, summary")) target.tabIndex = -1;
  target.focus({ preventScroll: !(submitted && problem) });
  said().textContent = problem ? "" : count.textContent;
});

document.addEventListener("click", ({ target }) => {
  if (target.closest(".kb-filters__hide")) document.getElementById("filters").classList.remove("kb-filters--open");
});

// A long list of choices shows what is chosen in it.
for (const list of document.querySelectorAll(".kb-facet__choices")) {
  const chosen = list.querySelector("input:checked");
  const below = chosen ? chosen.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom : 0;
  if (below > 0) list.scrollTop = below + list.clientHeight / 2;
}
