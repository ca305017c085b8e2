// A board whose cards are joined: lines between cards, an outline around some of them.

/** The way of a line from the right of one card to the left of another, in right angles; all boxes in pixels. */
export function way(from, to) {
  const [x, y, end, level] = [from.right, (from.top + from.bottom) / 2, to.left, (to.top + to.bottom) / 2];
  if (end - x >= 6) return [[x, y], [end - 6, y], [end - 6, level], [end, level]];
  const between = from.bottom <= to.top ? (from.bottom + to.top) / 2
    : to.bottom <= from.top ? (to.bottom + from.top) / 2 : Math.max(from.bottom, to.bottom) + 4;
  return [[x, y], [x + 6, y], [x + 6, between], [end - 6, between], [end - 6, level], [end, level]];
}

/** The straight way from the middle of one card towards the middle of another, up to the other's edge. */
export function direct(from, to) {
  const [x, y, end, level] = [from, to].flatMap((box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  const [across, down] = [end - x, level - y];
  const inside = Math.min((to.right - to.left) / 2 / Math.abs(across), (to.bottom - to.top) / 2 / Math.abs(down), 1);
  return [[x, y], [end - across * inside, level - down * inside]];
}

function shape(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) node.setAttribute(name, attributes[name]);
  node.append(...children);
  return node;
}

function line({ level, from, to, straight }, box) {
  const points = (straight ? direct : way)(box(from), box(to));
  const [x, y] = points.at(-1);
  const turn = straight ? Math.atan2(y - points[0][1], x - points[0][0]) * 180 / Math.PI : 0;
  const [[left, top], [right]] = points.slice(points.length / 2 - 1);
  return shape("g", { ...(level && { class: `tpm-${level}` }), "data-from": from, "data-to": to },
    shape("path", { d: `M${points.join("L")}` }), shape("path", { d: `M${x - 5} ${y - 4}L${x} ${y}L${x - 5} ${y + 4}`, transform: `rotate(${turn} ${x} ${y})` }),
    ...(level ? [shape("text", { x: (left + right) / 2, y: top + 6 }, level === "problem" ? "✕" : "!")] : []));
}

function renderJoined({ model, el }) {
  render({ model, el });
  const root = el.lastElementChild;
  const grid = root.querySelector(".tpm-grid");
  const [below, above] = [shape("svg", { class: "tpm-lines" }), shape("svg", { class: "tpm-lines tpm-above" })];
  for (const layer of [below, above]) layer.setAttribute("aria-hidden", true);
  grid.before(below);
  grid.after(above, build(["p", { class: "tpm-note tpm-legend" }, model.get("legend")]));

  function draw() {
    const origin = root.getBoundingClientRect();
    const nodes = Object.fromEntries([...grid.querySelectorAll("[data-card]")].map((node) => [node.dataset.card, node]));
    const outlined = model.get("outlined");
    const fixed = new Set(model.get("cards").filter((card) => card.fixed).map(({ id }) => id));
    for (const id in nodes) {
      nodes[id].classList.toggle("tpm-outlined", outlined.includes(id));
      nodes[id].classList.toggle("tpm-fixed", fixed.has(id));
    }
    const box = (id) => {
      const { left, right, top, bottom } = nodes[id].getBoundingClientRect();
      return { left: left - origin.left, right: right - origin.left, top: top - origin.top, bottom: bottom - origin.top };
    };
    const placed = (id) => nodes[id] && !nodes[id].closest(".tpm-tray");
    const links = model.get("links").filter(({ from, to }) => placed(from) && placed(to));
    below.replaceChildren(...links.filter(({ level }) => !level).map((link) => line(link, box)));
    above.replaceChildren(...links.filter(({ level }) => level).map((link) => line(link, box)));
  }

  // The board draws its cards anew on every change, and moves them while they are dragged.
  const moved = new MutationObserver(draw);
  moved.observe(grid, { childList: true, subtree: true, attributeFilter: ["style"] });
  const resized = new ResizeObserver(draw);
  resized.observe(root);
  model.on("change:links", draw);
  model.on("change:outlined", draw);
  return () => {
    moved.disconnect();
    resized.disconnect();
  };
}

export default { render: renderJoined };
