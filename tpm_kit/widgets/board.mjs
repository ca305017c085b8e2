// A board: cards that move between a tray and the cells of a grid, by pointer, by clicks or by keys.

const TRAY = { row: "", column: "", before: null };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const find = (list, id) => list.find((one) => one.id === id);
const indexOf = (list, id) => list.findIndex((one) => one.id === id);
const inCell = (cards, { row, column }) => cards.filter((card) => card.row === row && card.column === column);

/** The cards with `id` moved into a cell, before the card `before` or last; a span stays inside the grid. */
export function move(cards, id, { row, column, before }, columns) {
  const card = find(cards, id);
  const rest = cards.filter((one) => one !== card);
  const at = indexOf(rest, before);
  const last = Math.max(0, columns.length - (card.span ?? 1));
  const start = column && columns[Math.min(indexOf(columns, column), last)].id;
  return rest.toSpliced(at < 0 ? rest.length : at, 0, { ...card, row, column: start });
}

/** The cards with `id` longer by `by` columns: at least one, never past the last column. */
export function stretch(cards, id, by, columns) {
  const fit = ({ column, span = 1 }) => Math.max(1, Math.min(columns.length - indexOf(columns, column), span + by));
  return cards.map((card) => (card.id === id && card.column ? { ...card, span: fit(card) } : card));
}

/** Where an arrow key takes a lifted card, or null at an edge. Left of the first column is the tray. */
export function step(cards, id, key, rows, columns) {
  const { row, column } = find(cards, id);
  const stack = inCell(cards, { row, column });
  const at = indexOf(stack, id);
  const to = (y, x, index) => ({ row: y, column: x, before: inCell(cards, { row: y, column: x })[index]?.id ?? null });
  const [dx, dy] = ARROWS[key];
  if (!column) return dx + dy > 0 ? to(rows[0].id, columns[0].id) : null;
  const x = columns[indexOf(columns, column) + dx]?.id;
  if (dx) return x !== undefined ? to(row, x, at) : dx < 0 ? TRAY : null;
  if (stack[at + dy]) return to(row, column, dy < 0 ? at - 1 : at + 2);
  const y = rows[indexOf(rows, row) + dy]?.id;
  return y !== undefined ? to(y, column, dy < 0 ? -1 : 0) : dy < 0 ? TRAY : null;
}

/** Index of the point nearest to `from` in an arrow key's direction, or -1. */
export function nearest(from, points, key) {
  const [dx, dy] = ARROWS[key];
  const far = points.map(({ x, y }) => {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    return ahead > 1 ? ahead + 3 * Math.abs((x - from.x) * dy + (y - from.y) * dx) : Infinity;
  });
  const best = Math.min(...far);
  return best < Infinity ? far.indexOf(best) : -1;
}

/** An element: class names get the prefix `tpm-`, children are nodes or plain text. */
function h(tag, names, attributes, ...children) {
  const node = document.createElement(tag);
  node.className = names.replace(/\S+/g, "tpm-$&");
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.filter(Boolean));
  return node;
}

const tone = (name) => (name ? { style: `--tone: var(--${name})` } : {});

function centre(node) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function render({ model, el }) {
  const get = (name) => model.get(name);
  const texts = get("texts");
  const grid = h("div", "grid", { role: "grid", "aria-label": get("label"), "aria-description": texts.help });
  const detail = h("div", "detail", {});
  const status = h("div", "unseen", { role: "status" });
  const root = h("div", "board", {}, detail, grid, h("p", "waiting", {}, texts.waiting), status);
  el.append(root);

  let lifted = null; // {id, cards}: a draft of the cards while one of them is on its way
  let press = null; // {id, x, y, handle, drag}: the pointer is down on a card
  let active = null; // the card that holds the board's one tab stop
  const lit = []; // what shows where the dragged card would land

  const shown = () => lifted?.cards ?? get("cards");
  const nodes = () => [...grid.querySelectorAll("[data-card]")];
  const nodeOf = (id) => nodes().find((node) => node.dataset.card === id);

  const stackOf = (id) => inCell(shown(), find(shown(), id));

  function say(id, verb = "") {
    const { title, row, column, span } = find(shown(), id);
    const place = [verb, find(get("rows"), row)?.label, find(get("columns"), column)?.label ?? texts.tray,
      `${indexOf(stackOf(id), id) + 1} / ${stackOf(id).length}`, span > 1 && `${span} × ${texts.column}`];
    status.textContent = `${title}: ${place.filter(Boolean).join(", ")}.`;
  }

  function drawCard(card) {
    const mark = get("marks")[card.id];
    const spans = get("spans") && card.column;
    const node = h("button", `card ${mark ? mark.level : ""} ${lifted?.id === card.id ? "lifted" : ""}`, {
      type: "button", tabindex: card.id === active ? 0 : -1, "data-card": card.id, ...tone(card.tone),
      "aria-pressed": lifted?.id === card.id, "data-lm-suppress-shortcuts": true,
      "aria-description": (get("details")[card.id] ?? []).map((fact) => fact.join(": ")).join(" "),
    }, h("b", "", {}, card.title), " ", h("span", "note", {}, card.note), " ",
    mark && h("span", "mark", {}, mark.text), spans && h("span", "handle", {}));
    if (spans) node.style.gridColumn = `${indexOf(get("columns"), card.column) + 2} / span ${card.span ?? 1}`;
    return node;
  }

  function drawCell(row, column, index) {
    const { label, tint } = get("cells").find((one) => one.row === row && one.column === column) ?? {};
    const slot = h("div", tint ? "slot tinted" : "slot", { "data-row": row, "data-column": column, style: `--tint: ${tint}` }, label);
    if (get("spans") && column) slot.style.gridColumn = `${index + 2} / ${index + 3}`;
    return h("div", "cell", { role: "gridcell" }, slot, ...inCell(shown(), { row, column }).map(drawCard));
  }

  const drawRow = (names, side, ...cells) => h("div", `row ${names}`, { role: "row" },
    h("div", "side", { role: side ? "rowheader" : "presentation" }, side), ...cells);

  const drawHead = () => drawRow("head", "", ...get("columns").map((column) => {
    const { text, over, share, limit = -1 } = get("meters")[column.id] ?? {};
    return h("div", "column", { role: "columnheader", ...tone(column.tone) },
      h("b", "name", {}, column.label), " ", h("b", over ? "meter over" : "meter", {}, text), h("div", "note", {}, column.note),
      share !== undefined && h("div", "bar", { "aria-hidden": true, style: `--share: ${share}; --limit: ${limit}` }));
  }));

  function drawDetail() {
    const card = find(shown(), lifted?.id ?? active);
    const facts = (get("details")[card?.id] ?? []).map(([name, text]) => h("div", "note", {}, h("b", "", {}, name), ` ${text}`));
    const button = (by, text) => lifted && get("spans") && card.column && h("button", "reach", { type: "button", "data-by": by }, text);
    detail.replaceChildren(h("b", "", {}, card?.title ?? "", button(-1, texts.shorter), button(1, texts.longer)), h("div", "facts", {}, ...facts));
  }

  function draw(focus = grid.contains(root.getRootNode().activeElement) && active) {
    const [rows, columns] = [get("rows"), get("columns")];
    if (!find(shown(), active)) active = shown()[0]?.id;
    root.dataset.spans = get("spans");
    root.dataset.plain = rows.every((row) => !row.label);
    root.style.setProperty("--columns", columns.length);
    grid.replaceChildren(drawRow("tray", `${texts.tray}: ${inCell(shown(), TRAY).length}`, drawCell("", "")), drawHead(),
      ...rows.map((row) => drawRow("", row.label, ...columns.map((column, index) => drawCell(row.id, column.id, index)))));
    drawDetail();
    if (focus) nodeOf(focus)?.focus({ preventScroll: true });
  }

  function change(id, cards, verb) {
    active = id;
    lifted = { id, cards };
    draw(id);
    say(id, verb);
  }

  const lift = (id) => get("readonly") || change(id, get("cards"), texts.lifted);
  const reach = (by) => change(lifted.id, stretch(lifted.cards, lifted.id, by, get("columns")));

  function drop(to) {
    const { id } = lifted;
    const cards = to ? move(lifted.cards, id, to, get("columns")) : lifted.cards;
    lifted = null;
    if (JSON.stringify(cards) !== JSON.stringify(get("cards"))) {
      root.dataset.waiting = true;
      model.set("cards", cards);
      model.save_changes();
    }
    draw(id);
    say(id, texts.dropped);
  }

  function cancel() {
    const id = lifted?.id;
    lifted = press = null;
    draw();
    if (id) say(id, texts.back);
  }

  /** The slot under the pointer, and the card there that the lifted one would push down. */
  function target({ clientX, clientY }) {
    const slot = [...grid.querySelectorAll(".tpm-slot")].find((node) => {
      const { left, right, top, bottom } = node.getBoundingClientRect();
      return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    });
    if (!slot) return null;
    const { row, column } = slot.dataset;
    const below = column && inCell(shown(), { row, column }).find(({ id }) => id !== lifted.id && centre(nodeOf(id)).y > clientY);
    return { slot, row, column, before: below?.id ?? null };
  }

  function drag({ clientX, clientY }) {
    const { id, x, y, handle } = press;
    if (handle) {
      const { column, span = 1 } = find(lifted.cards, id);
      const heads = [...grid.querySelectorAll(".tpm-column")];
      const by = heads.filter((node) => node.getBoundingClientRect().left < clientX).length - indexOf(get("columns"), column) - span;
      if (by) reach(by);
      return;
    }
    nodeOf(id).style.transform = `translate(${clientX - x}px, ${clientY - y}px)`;
    const to = target({ clientX, clientY });
    for (const node of lit.splice(0)) node.classList.remove("tpm-lit");
    if (to) lit.push(to.slot, nodeOf(to.before) ?? to.slot);
    for (const node of lit) node.classList.add("tpm-lit");
  }

  /** Sends a card to a column by its number and goes on to the next card. */
  function send(id, column) {
    const stack = stackOf(id);
    const at = indexOf(stack, id);
    const next = stack[at + 1] ?? stack[at - 1];
    lifted ??= { id, cards: get("cards") };
    drop({ row: stack[at].row || get("rows")[0].id, column });
    if (next) nodeOf(next.id).focus();
  }

  function arrow(id, key, shift) {
    if (!lifted) {
      const others = nodes().filter((node) => node.dataset.card !== id);
      return others[nearest(centre(nodeOf(id)), others.map(centre), key)]?.focus();
    }
    if (shift && get("spans")) return reach(ARROWS[key][0]);
    const to = step(lifted.cards, id, key, get("rows"), get("columns"));
    if (to) change(id, move(lifted.cards, id, to, get("columns")));
    nodeOf(id).scrollIntoView({ block: "nearest" });
  }

  const on = {
    pointerdown({ target: node, button, clientX: x, clientY: y }) {
      const id = node.closest("[data-card]")?.dataset.card;
      if (id && !button && !get("readonly")) press = { id, x, y, handle: node.matches(".tpm-handle") };
    },
    pointermove(event) {
      if (!press || (!press.drag && Math.hypot(event.clientX - press.x, event.clientY - press.y) <= 4)) return;
      if (!press.drag) {
        press.drag = true;
        root.setPointerCapture(event.pointerId);
        lift(press.id);
      }
      drag(event);
    },
    pointerup(event) {
      const { drag: dragged, handle } = press ?? {};
      press = null;
      if (!dragged || !lifted) return;
      const to = !handle && target(event);
      if (handle || to) drop(to);
      else cancel();
    },
    pointercancel: cancel,
    click(event) {
      const { by } = event.target.dataset;
      const id = event.target.closest("[data-card]")?.dataset.card;
      if (by) return reach(Number(by));
      if (!lifted) return id && lift(id);
      const to = id !== lifted.id && target(event);
      if (to || id) drop(to);
    },
    focusin({ target: { dataset: { card } } }) {
      if (!card || card === active) return;
      active = card;
      for (const node of nodes()) node.tabIndex = node.dataset.card === card ? 0 : -1;
      drawDetail();
    },
    keydown(event) {
      const { key, shiftKey, target: { dataset: { card: id } } } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || (shiftKey && key === "Enter")) return;
      event.stopPropagation();
      if (!id) return;
      const column = get("columns")[key - 1];
      if (key === "Tab") return lifted && drop();
      if (key === "Escape") cancel();
      else if (key === " " || key === "Enter") lifted ? drop() : lift(id);
      else if (ARROWS[key]) arrow(id, key, shiftKey);
      else if (column && !get("readonly")) send(id, column.id);
      else return;
      event.preventDefault();
    },
  };
  for (const [name, handler] of Object.entries(on)) root.addEventListener(name, handler);
  model.on("change:kept", () => delete root.dataset.waiting);
  model.on("change:meters", () => grid.querySelector(".tpm-head").replaceWith(drawHead()));
  for (const name of ["cards", "marks"]) {
    model.on(`change:${name}`, () => {
      if (name === "cards") lifted = press = null;
      draw();
    });
  }
  draw();
}

export default { render };
