// A board: cards that move between a tray and a grid.

const TRAY = { row: "", column: "" };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const indexOf = (list, id) => list.findIndex((one) => one.id === id);
const find = (list, id) => list[indexOf(list, id)];
const inCell = (cards, { row, column }) => cards.filter((card) => card.row === row && card.column === column);

/** The cards with `id` moved into a cell, before `before` or last; a span stays inside the grid. */
export function move(cards, id, { row, column, before }, columns) {
  const card = find(cards, id);
  const rest = cards.filter((one) => one !== card);
  const at = indexOf(rest, before);
  const last = Math.max(0, columns.length - (card.span ?? 1));
  const start = columns[Math.min(indexOf(columns, column), last)]?.id ?? "";
  rest.splice(at < 0 ? rest.length : at, 0, { ...card, row, column: start });
  return rest;
}

/** The cards with `id` longer by `by` columns, inside the grid. */
export function stretch(cards, id, by, columns) {
  const fit = ({ column, span = 1 }) => Math.max(1, Math.min(columns.length - indexOf(columns, column), span + by));
  return cards.map((card) => (card.id === id && card.column ? { ...card, span: fit(card) } : card));
}

/** Where an arrow key takes a lifted card, or null at an edge. The tray is left and above. */
export function step(cards, id, key, rows, columns) {
  const { row, column, span = 1 } = find(cards, id);
  const stack = inCell(cards, { row, column });
  const at = indexOf(stack, id);
  const to = (y, x, index) => ({ row: y, column: x, before: inCell(cards, { row: y, column: x })[index]?.id });
  const [dx, dy] = ARROWS[key];
  if (!column) return dx + dy > 0 ? to(rows[0].id, columns[0].id) : null;
  if (stack[at + dy] && dy) return to(row, column, dy < 0 ? at - 1 : at + 2);
  const x = columns.slice(0, columns.length + 1 - span)[indexOf(columns, column) + dx]?.id;
  const y = rows[indexOf(rows, row) + dy]?.id;
  if (x === undefined || y === undefined) return dx + dy < 0 ? TRAY : null;
  return to(y, x, dx ? at : dy < 0 ? -1 : 0);
}

/** Index of the nearest point in a key's direction, or -1. */
export function nearest(from, points, key) {
  const [dx, dy] = ARROWS[key];
  const far = points.map(({ x, y }) => {
    const [right, down] = [x - from.x, y - from.y];
    const ahead = right * dx + down * dy;
    return ahead > 1 ? ahead + 3 * Math.abs(right * dy + down * dx) : Infinity;
  });
  const best = Math.min(...far);
  return best < Infinity ? far.indexOf(best) : -1;
}

/** An element; classes get the prefix `tpm-`. */
const h = (tag, names, attrs, ...children) =>
  build([tag, { class: names.replace(/\S+/g, "tpm-$&"), ...attrs }, ...children.filter(Boolean)]);

const cardAt = (node) => node.closest("[data-card]")?.dataset.card;

function centre(node) {
  const { x, y, width, height } = node.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

function render({ model, el }) {
  const get = (name) => model.get(name);
  const [rows, columns, texts, spans, ranked] = ["rows", "columns", "texts", "spans", "ranked"].map(get);
  const grid = h("div", "grid", { role: "grid", "aria-label": get("label"), "aria-description": texts.help });
  const facts = (id) => get("details")[id] ?? [];
  const about = ({ id, title }) => h("div", "", { "data-of": id }, h("b", "", {}, title), h("div", "facts", {},
    ...facts(id).map(([name, text]) => h("div", "note", {}, h("b", "", {}, name), ` ${text}`))));
  const detail = h("div", "detail", {}, ...get("cards").map(about));
  const button = (by, text) => spans && h("button", "reach", { "data-by": by }, text);
  const status = h("div", "unseen", { role: "status" });
  const shape = `${spans ? "spans" : ""} ${rows.some((row) => row.label) ? "" : "plain"}`;
  const root = h("div", `board ${shape}`, { style: `--columns: ${columns.length}` }, detail,
    button(-1, texts.shorter), button(1, texts.longer), grid, h("p", "waiting", {}, texts.waiting), status);
  el.append(root);

  let lifted; // {id, cards}: a draft
  let press; // {id, x, y, handle, drag}: a pressed card
  let active; // the tab stop

  const shown = () => lifted?.cards ?? get("cards");
  const stackOf = (id) => inCell(shown(), find(shown(), id));
  const nodes = () => [...grid.querySelectorAll("[data-card]")];
  const nodeOf = (id) => nodes().find((node) => node.dataset.card === id);

  function say(id, verb) {
    const { title, row, column, span } = find(shown(), id);
    const place = [verb, find(rows, row)?.label, find(columns, column)?.label ?? texts.tray,
      `${indexOf(stackOf(id), id) + 1} / ${stackOf(id).length}`, span > 1 && `${span} ${texts.columns}`];
    status.textContent = `${title}: ${place.filter(Boolean).join(", ")}.`;
  }

  function drawCard({ id, title, note, tone, column, span = 1 }) {
    const mark = get("marks")[id];
    const up = lifted?.id === id;
    const node = h("button", `card ${mark?.level ?? ""} ${up ? "lifted" : ""}`, {
      type: "button", tabindex: id === active ? 0 : -1, "data-card": id, style: `--tone: var(--${tone})`, "aria-pressed": up,
      "aria-description": facts(id).flat().join(" "),
    }, h("b", "", {}, ranked && column && `${indexOf(stackOf(id), id) + 1}. `, title), " ", mark && h("b", "mark", { role: "img", "aria-label": mark.text }, mark.text[0]), " ", h(column ? "div" : "span", "note", {}, note));
    if (spans && column) {
      node.append(h("i", "handle"));
      node.style.gridColumn = `${indexOf(columns, column) + 2} / span ${span}`;
    }
    return node;
  }

  function drawCell(row, column, index) {
    const { label, tint } = inCell(get("cells"), { row, column })[0] ?? {};
    const slot = h("div", tint ? "slot tint" : "slot", { "data-row": row, "data-column": column, style: `--tint: ${tint}` }, label);
    if (spans && column) slot.style.gridColumn = `${index + 2} / ${index + 3}`;
    return h("div", "cell", { role: "gridcell" }, slot, ...inCell(shown(), { row, column }).map(drawCard));
  }

  const drawRow = (names, side, ...cells) => h("div", names, { role: "row" },
    h("div", "side", { role: side ? "rowheader" : "presentation" }, side), ...cells);

  const drawHead = () => drawRow("row", "", ...columns.map(({ id, label, note, tone }) => {
    const { text, over, share, limit = -1 } = get("meters")[id] ?? {};
    return h("div", "column", { role: "columnheader", style: `--tone: var(--${tone})` },
      h("b", "name", {}, label), " ", h("b", over ? "meter over" : "meter", {}, text), h("div", "note", {}, note),
      share >= 0 && h("div", "bar", { style: `--share: ${share * 100}%; --limit: ${limit * 100}%` }));
  }));

  function drawDetail() {
    for (const node of detail.children) node.style.visibility = node.dataset.of === active ? "" : "hidden";
  }

  function draw(focus = grid.querySelector(":focus") && active) {
    if (!find(shown(), active)) active = shown()[0]?.id;
    grid.replaceChildren(drawRow("tray", `${texts.tray}: ${inCell(shown(), TRAY).length}`, drawCell("", "")), drawHead(),
      ...rows.map(({ id, label }) => drawRow("row", label, ...columns.map((column, index) => drawCell(id, column.id, index)))));
    drawDetail();
    nodeOf(focus)?.focus();
  }

  function change(id, cards, verb) {
    active = id;
    lifted = { id, cards };
    draw(id);
    say(id, verb);
  }

  const locked = (id) => get("readonly") || find(get("cards"), id).fixed;
  const lift = (id) => locked(id) || change(id, get("cards"), texts.lifted);
  const reach = (by) => change(lifted.id, stretch(lifted.cards, lifted.id, by, columns));

  function drop(to) {
    const { id } = lifted;
    const cards = to ? move(lifted.cards, id, to, columns) : lifted.cards;
    lifted = press = null;
    const spot = (all) => JSON.stringify(inCell(all, find(all, id)));
    if (spot(cards) !== spot(get("cards"))) {
      root.dataset.waiting = true;
      model.set("cards", cards);
      model.save_changes();
    } else draw();
    nodeOf(id).focus();
    say(id, texts.dropped);
  }

  function cancel() {
    const id = lifted?.id;
    lifted = press = null;
    draw();
    if (id) say(id, texts.back);
  }

  /** The slot under the pointer, and the card below. */
  function target({ clientX, clientY }) {
    const slot = root.getRootNode().elementsFromPoint(clientX, clientY).find((node) => node.matches(".tpm-slot") && grid.contains(node));
    if (!slot) return null;
    const below = inCell(shown(), slot.dataset).find(({ id }) => id !== lifted.id && centre(nodeOf(id)).y > clientY);
    return { slot, ...slot.dataset, before: slot.dataset.column && below?.id };
  }

  function drag(event) {
    const { id, x, y, handle } = press;
    if (handle) {
      const { column, span = 1 } = find(lifted.cards, id);
      const end = indexOf(columns, target(event)?.column);
      const by = end + 1 - indexOf(columns, column) - span;
      return end >= 0 && by && reach(by);
    }
    nodeOf(id).style.transform = `translate(${event.clientX - x}px, ${event.clientY - y}px)`;
    const to = target(event);
    for (const node of grid.querySelectorAll(".tpm-lit")) node.classList.remove("tpm-lit");
    for (const node of [to?.slot, nodeOf(to?.before)]) node?.classList.add("tpm-lit");
  }

  /** Drops into a column and selects the next card. */
  function send(id, column) {
    const stack = stackOf(id);
    const at = indexOf(stack, id);
    const next = stack[at + 1] ?? stack[at - 1];
    lifted ??= { id, cards: get("cards") };
    drop({ row: stack[at].row || rows[0].id, column });
    if (next) nodeOf(next.id).focus();
  }

  function arrow(id, key, shift) {
    if (!lifted) return nodes()[nearest(centre(nodeOf(id)), nodes().map(centre), key)]?.focus();
    if (shift && spans) return reach(ARROWS[key][0]);
    const to = step(lifted.cards, id, key, rows, columns);
    if (to) change(id, move(lifted.cards, id, to, columns));
  }

  const on = {
    pointerdown({ target: node, button, clientX: x, clientY: y }) {
      const id = cardAt(node);
      press = id && !button && !locked(id) && { id, x, y, handle: node.matches(".tpm-handle") };
    },
    pointermove(event) {
      const far = press && event.buttons && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 4;
      if (far && !press.drag) {
        press.drag = true;
        root.setPointerCapture(event.pointerId);
        lift(press.id);
      }
      if (press?.drag) drag(event);
    },
    pointerup(event) {
      const to = press?.drag && !press.handle && target(event);
      if (!press?.drag) press = null;
      else press.handle || to ? drop(to) : cancel();
    },
    pointercancel: cancel,
    click(event) {
      const { by } = event.target.dataset;
      const id = cardAt(event.target);
      if (by) return lifted && reach(+by);
      if (!lifted) return id && lift(id);
      const to = target(event) ?? find(shown(), id);
      if (to) drop(id !== lifted.id && { ...to, before: id ?? to.before });
    },
    focusin({ target: { dataset: { card } } }) {
      if (!card || card === active) return;
      nodeOf(active).tabIndex = -1;
      nodeOf(card).tabIndex = 0;
      active = card;
      drawDetail();
    },
    keydown(event) {
      const { key, shiftKey } = event;
      if (!keep(event)) return;
      const id = cardAt(event.target);
      if (!id) return;
      const column = columns[key - 1];
      if (key === "Tab") return lifted && drop();
      if (key === "Escape") cancel();
      else if (key === " " || key === "Enter") lifted ? drop() : lift(id);
      else if (ARROWS[key]) arrow(id, key, shiftKey);
      else if (column && !locked(id)) send(id, column.id);
      else return;
      event.preventDefault();
    },
  };
  for (const name in on) root.addEventListener(name, (event) => (name[0] === "p" && !event.isPrimary) || on[name](event));
  model.on("change:kept", () => delete root.dataset.waiting);
  model.on("change:meters", () => grid.children[1].replaceWith(drawHead()));
  model.on("change:marks", () => whenLoose(grid, draw));
  model.on("change:cards", () => {
    lifted = press = null;
    draw();
  });
  draw();
}
