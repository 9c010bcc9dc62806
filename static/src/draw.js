// The box of a record that is added: dragging over the page fills in its four numbers, and typed numbers are shown on
// the page. A finger scrolls, as everywhere.
const field = document.querySelector("#id_box");
const svg = document.querySelector(".desk-sheet > svg");

const inPoints = (event) => {
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const { width, height } = svg.viewBox.baseVal;
  return [Math.min(Math.max(x, 0), width), Math.min(Math.max(y, 0), height)];
};

if (field && svg) {
  const drawn = document.createElementNS(svg.namespaceURI, "rect");
  let start = null;
  drawn.classList.add("desk-drawn");
  svg.classList.add("desk-drawing");
  svg.append(drawn);

  const show = () => {
    const [left, top, right, bottom] = field.value.replaceAll(",", ".").split(/[\s;]+/).map(Number);
    const isBox = right > left && bottom > top;
    const sides = isBox ? { x: left, y: top, width: right - left, height: bottom - top } : { width: 0, height: 0 };
    for (const [name, value] of Object.entries(sides)) drawn.setAttribute(name, value);
  };

  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button) return;
    event.preventDefault();
    start = inPoints(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!start) return;
    const end = inPoints(event);
    const edges = [0, 1].map((axis) => [start[axis], end[axis]].sort((one, other) => one - other));
    field.value = [edges[0][0], edges[1][0], edges[0][1], edges[1][1]].map((edge) => edge.toFixed(1)).join(" ");
    show();
  });
  svg.addEventListener("pointerup", () => { start = null; });
  svg.addEventListener("click", (event) => event.preventDefault());
  field.addEventListener("input", show);
  show();
}
