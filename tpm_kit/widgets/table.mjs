// A table: cells that are typed into or chosen, and cells that are given or worked out elsewhere.

const LIVE = ["cells", "results", "faults", "marks", "readonly"];
const STEPS = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** The rows of cells in a text copied from a spreadsheet. What is quoted becomes one line. */
export function parse(text) {
  const inside = (_, before, cell) => before + cell.replaceAll('""', '"').replace(/\s+/g, " ");
  const plain = text.replace(/\r|\r?\n$/g, "").replace(/(^|[\t\n])"((?:[^"]|"")*)"(?![^\t\n])/g, inside);
  return plain.split("\n").map((line) => line.split("\t"));
}

/** Where a block goes, from input number `at` to the right and down, among `count` inputs row by row in `columns`:
 * [number, value] for each text; one that does not fit has no value. */
export function place(block, at, columns, count) {
  return block.flatMap((cells, down) => cells.map((cell, right) => {
    const text = cell.trim().slice(0, 2000);
    const number = at + down * columns.length + right;
    const column = number < count ? columns[(at % columns.length) + right] : undefined;
    const same = (name) => name.toLowerCase() === text.toLowerCase();
    const value = column?.options ? column.options.find((names) => names.some(same))?.[0] : column && text;
    return text && [number, value];
  })).filter(Boolean);
}

function render({ model, el }) {
  const get = (name) => model.get(name);
  const root = build(["div", { class: "tpm-table" }, ...get("tree")]);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const columns = get("columns").filter(({ kind }) => kind !== "given" && kind !== "result");
  const status = root.querySelector("[role=status]");
  const facts = all("[data-of]");
  const lines = all(".tpm-lines > *");
  const cells = all("[data-row]").map((box, index) => {
    const [input, result, sign] = ["input, select, textarea", "span", "b"].map((selector) => box.querySelector(selector));
    return { ...box.dataset, input, result, sign, line: lines[index] };
  });
  const fields = cells.filter(({ input }) => input);
  const numberOf = (target) => fields.findIndex(({ input }) => input === target);
  const unique = `tpm-${Math.random()}-`;
  let entered; // what the input held when it got the focus

  /** Shows what the model holds. An input that shows it already keeps its caret. */
  function draw() {
    const [typed, results, faults, marks, readonly] = LIVE.map(get);
    for (const { row, column, input, result, sign, line } of cells) {
      const at = (texts) => ({ ...texts[row] })[column] ?? "";
      const mark = { level: "", text: "", ...marks[column ? `${row}:${column}` : row] };
      const fault = at(faults);
      const { level, text } = fault ? { level: "problem", text: `✕ ${fault}` } : mark;
      if (result) result.textContent = at(results);
      if (input) {
        if (input.value !== at(typed)) input.value = at(typed);
        input.ariaInvalid = !!fault;
        input[input.options ? "disabled" : "readOnly"] = readonly;
      }
      line.textContent = text;
      sign.textContent = text.slice(0, 1);
      line.className = sign.className = `tpm-${level}`;
    }
  }

  function show(row) {
    for (const node of facts) node.style.visibility = node.dataset.of === row ? "" : "hidden";
  }

  function write() {
    const typed = Object.fromEntries(fields.map(({ row }) => [row, {}]));
    for (const { row, column, input } of fields) if (input.value) typed[row][column] = input.value;
    root.dataset.waiting = true;
    status.textContent = "";
    model.set("cells", typed);
    model.save_changes();
  }

  const on = {
    input: write,
    focusin({ target }) {
      entered = target.value;
      show(target.closest("[data-row]").dataset.row);
    },
    paste(event) {
      const { target, clipboardData } = event;
      const text = clipboardData.getData("text/plain");
      const block = parse(text);
      if (get("readonly") || !text || (text === block[0][0] && !target.options)) return;
      event.preventDefault();
      const places = place(block, numberOf(target), columns, fields.length);
      const fit = places.filter(([number, value]) => value !== undefined && !fields[number].input.hidden);
      for (const [number, value] of fit) fields[number].input.value = value;
      if (fit.length) write();
      status.textContent = get("texts").pasted.replace("{filled}", fit.length).replace("{missed}", places.length - fit.length);
    },
    keydown(event) {
      const { key, target, shiftKey } = event;
      if (!keep(event)) return;
      if (key === "Escape" && target.value !== entered) {
        target.value = entered;
        write();
      } else if (STEPS[key] && !shiftKey && !event.isComposing && (key === "Enter" || !(target.options || target.rows))) {
        let at = numberOf(target);
        do at += STEPS[key] * columns.length; while (fields[at]?.input.hidden);
        const next = fields[at]?.input;
        next?.focus();
        next?.select?.();
      } else return;
      event.preventDefault();
    },
  };
  for (const name in on) root.addEventListener(name, on[name]);
  for (const { input, line } of fields) {
    line.id = unique + numberOf(input);
    input.setAttribute("aria-describedby", line.id);
  }
  for (const name of LIVE) model.on(`change:${name}`, draw);
  model.on("change:kept", () => delete root.dataset.waiting);
  el.append(root);
  show(facts[0]?.dataset.of);
  draw();
}

export default { render };
