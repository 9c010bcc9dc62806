// Open records in place: fetch what a paragraph cites, what cites it, and the page on which it stands, when the reader
// asks for them. "Cite" copies the citation of a record. While the focus is within a record, P shows its page and C
// copies its citation. Without this script all of these are plain links.
const main = () => document.getElementById("main-content");
const announce = (text) => { document.getElementById("announcement").textContent = text; };
const RECORD = ".kb-para, .kb-rec, .kb-action";
let opened = 0;

function addressOf(link) {
  const { records } = main().dataset;
  const from = link.closest("[data-record]");
  if (link.matches(".kb-at")) return from ? from.dataset.record : `${records}${link.closest("[id]").id}/`;
  const url = new URL(link.href);
  if (!url.hash) return url.pathname;
  return `${records}${decodeURIComponent(url.hash.slice(1))}/`;
}

async function toggle(link) {
  let panel = document.getElementById(link.getAttribute("aria-controls"));
  if (!panel) {
    panel = document.createElement("div");
    panel.className = "kb-opened";
    panel.id = `opened-${++opened}`;
    panel.hidden = true;
    const beside = link.closest(".kb-refs li, .kb-para__body");
    const place = beside || link.closest(RECORD).querySelector(".kb-para__body") || link.closest("p");
    if (place.matches("p")) place.after(panel);
    else place.append(panel);
    link.setAttribute("aria-controls", panel.id);
  }
  const open = panel.hidden;
  panel.hidden = !open;
  link.setAttribute("aria-expanded", open);
  if (!open || panel.firstChild) return;
  const wanted = link.matches(".kb-at") ? { select: ".kb-where__shown" } : {};
  await htmx.ajax("GET", addressOf(link), { source: panel, target: panel, swap: "innerHTML", ...wanted });
  if (!panel.firstChild) window.location = link.href;
}

async function cite(link) {
  const url = new URL(link.href);
  const label = link.querySelector(".govuk-visually-hidden").textContent.trim();
  await navigator.clipboard.writeText(`${main().dataset.cite}, ${label}, ${url.origin}${url.pathname}`);
  announce(`Copied the citation of ${label}`);
  link.classList.add("kb-cite-it--done");
  setTimeout(() => link.classList.remove("kb-cite-it--done"), 3000);
}

// A link that acts here is a button, and says whether it is open.
function prepare(root) {
  if (!root.querySelectorAll) return;
  for (const link of root.querySelectorAll(".kb-refs > li > a, a.kb-at:not(.kb-cite-it)")) {
    if (link.dataset.does || (link.matches(".kb-at") && !link.closest(`[data-record], ${RECORD}`))) continue;
    link.dataset.does = "open";
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
  if (!navigator.clipboard || !main().dataset.cite) return;
  for (const link of root.querySelectorAll("a.kb-cite-it")) {
    link.dataset.does = "cite";
    link.setAttribute("role", "button");
  }
}

function act(link) {
  if (link.dataset.does === "cite") cite(link);
  else toggle(link);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-does]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  act(link);
});

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (key === " " && target.matches("a[data-does]")) {
    event.preventDefault();
    act(target);
    return;
  }
  const name = { p: ".kb-at:not(.kb-cite-it)", c: ".kb-cite-it" }[key.toLowerCase()];
  const link = name && !target.matches("input, select, textarea") && target.closest(RECORD)?.querySelector(name);
  if (link) link.click();
});

document.addEventListener("htmx:load", ({ detail }) => prepare(detail.elt));
prepare(document);

// An anchor of a long report names what stands on another of its pages.
function find() {
  const anchor = decodeURIComponent(window.location.hash.slice(1));
  if (!anchor || document.getElementById(anchor) || window.location.search || !("find" in main().dataset)) return;
  window.location.replace(`${main().dataset.records}?at=${encodeURIComponent(anchor)}#${anchor}`);
}
window.addEventListener("hashchange", find);
find();
