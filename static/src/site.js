// What pages do beyond HTML: the menu folds on small screens, and a citation is copied with one click.
// Every page works without it.
const self = document.querySelector("script[data-frontend]");
document.body.classList.add("js-enabled");

import(self.dataset.frontend).then(({ createAll, ErrorSummary, ServiceNavigation, SkipLink }) => {
  document.body.classList.add("govuk-frontend-supported");
  for (const component of [ErrorSummary, ServiceNavigation, SkipLink]) createAll(component);
});

// Browsers that do not know scroll-initial-target begin where the timeline ends, behind its newest grades.
if (!CSS.supports("scroll-initial-target", "nearest")) {
  for (const newest of document.querySelectorAll(".kb-timeline__newest")) {
    const frame = newest.closest(".kb-scroll");
    const names = frame.querySelector("th").getBoundingClientRect();
    frame.scrollLeft += Math.min(0, newest.getBoundingClientRect().left - names.right);
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const status = button.parentElement.querySelector("[data-copy-status]");
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = status.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = name; status.textContent = ""; }, 3000);
  });
}
