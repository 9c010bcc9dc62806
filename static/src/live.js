// Update lists in place: when a filter changes, fetch the page under its new address and replace the main part. Keep
// open what people opened, keep the focus, and announce the number of results. Without this script the button does the
// same.
const announcement = () => document.getElementById("announcement");
const isShown = (element) => window.getComputedStyle(element).display !== "none";
const scrolled = (facet) => [facet.id, facet.querySelector("fieldset").scrollTop];
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
    unfolded: form.offsetParent !== null && isShown(document.querySelector(".kb-filters__hide")),
    open: [...form.querySelectorAll("details[open]")].map(scrolled),
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
  announcement().textContent = problem ? "" : count.textContent;
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
