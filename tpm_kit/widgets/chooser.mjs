// A choice by typing: an input, a list below it that narrows, and what is chosen.

const PAGE = 8;
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/** A text to compare by: small letters and digits without accents, words parted by one blank. */
export const plain = (text) =>
  text.slice(0, 200).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** How well an option answers what is typed, 0 best, 4 not at all. All three texts are `plain`. */
export function rank(typed, name, also) {
  if (!typed || name.startsWith(typed) || ` ${also} `.includes(` ${typed} `)) return 0;
  const words = typed.split(" ");
  const begun = (text) => words.every((word) => ` ${text}`.includes(` ${word}`));
  if (begun(name)) return 1;
  if (begun(`${name} ${also}`)) return 2;
  return `${name} ${also}`.includes(typed) ? 3 : 4;
}

/** The numbers of the options that answer what is typed, best first. */
export function narrowed(typed, options) {
  const found = plain(typed);
  const ranks = options.map(([, name, also = ""]) => rank(found, plain(name), plain(also)));
  return [0, 1, 2, 3].flatMap((level) => [...ranks.keys()].filter((at) => ranks[at] === level));
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function render({ model, el }) {
  const get = (name) => model.get(name);
  const unique = `tpm-${Math.random()}-`;
  const [label, most, texts] = ["label", "most", "texts"].map(get);
  const help = most > 1 ? `${filled(texts.several, { most })} ${texts.help}` : texts.help;
  const input = build(["input", {
    id: `${unique}input`, name: "typed", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "200",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${unique}list`, "aria-description": help,
  }]);
  const list = build(["ul", { id: `${unique}list`, role: "listbox", "aria-label": label }]);
  const none = build(["p", {}, texts.none]);
  const box = build(["div", { class: "tpm-drop" }]);
  const chips = build(["div", { class: "tpm-chips" }]);
  const status = build(["div", { class: "tpm-unseen", role: "status" }]);
  const root = build(["div", { class: "tpm-panel tpm-chooser" }, ["label", { for: input.id }, ["b", {}, label]]]);
  if (most > 1) list.setAttribute("aria-multiselectable", "true");
  box.append(input, list, none);
  root.append(box, chips, status);
  el.append(root);

  let lines = []; // one for each option
  let found = []; // the numbers of the options in the list, while it is open
  let now = -1; // the place in `found` of the marked one
  let typed = false;

  const nameOf = (id) => get("options").find((option) => option[0] === id)?.[1] ?? "";
  const isOpen = () => input.ariaExpanded === "true";

  function prepare() {
    lines = get("options").map(([, name], at) => build(["li", { id: unique + at, role: "option", "data-at": at }, name]));
    close();
    draw();
  }

  /** Shows what is chosen. */
  function draw() {
    const value = get("value");
    get("options").forEach(([id], at) => { lines[at].ariaSelected = `${value.includes(id)}`; });
    if (!isOpen()) input.value = most > 1 ? "" : nameOf(value[0]);
    if (most < 2) return;
    const held = [...chips.children].indexOf(el.getRootNode().activeElement);
    input.placeholder = filled(texts.count, { shown: value.length, all: most });
    chips.replaceChildren(...value.map((id) => {
      const name = nameOf(id);
      return build(["button", { type: "button", value: id, "aria-label": filled(texts.remove, { name }) }, name, ["i", {}, " ×"]]);
    }));
    if (held >= 0) (chips.children[Math.min(held, value.length - 1)] ?? input).focus();
  }

  /** Opens the list with what answers `text`, the best line marked, or the chosen one. */
  function open(text) {
    found = narrowed(text, get("options"));
    list.replaceChildren(...found.map((at) => lines[at]));
    list.hidden = !found.length;
    none.hidden = !!found.length;
    input.ariaExpanded = "true";
    const chosen = found.findIndex((at) => get("options")[at][0] === get("value").at(-1));
    mark(text || chosen < 0 ? 0 : chosen);
    status.textContent = found.length ? filled(texts.count, { shown: found.length, all: lines.length }) : texts.none;
  }

  function mark(place) {
    list.querySelector(".tpm-now")?.classList.remove("tpm-now");
    now = found.length ? Math.max(0, Math.min(place, found.length - 1)) : -1;
    const line = lines[found[now]];
    if (!line) return input.removeAttribute("aria-activedescendant");
    line.classList.add("tpm-now");
    input.setAttribute("aria-activedescendant", line.id);
    const { offsetTop: top, offsetHeight: high } = line;
    list.scrollTop = Math.max(top + high - list.clientHeight, Math.min(list.scrollTop, top));
  }

  function close() {
    typed = false;
    input.ariaExpanded = "false";
    input.removeAttribute("aria-activedescendant");
    list.hidden = none.hidden = true;
    input.value = most > 1 ? "" : nameOf(get("value")[0]);
  }

  function write(value) {
    model.set("value", value);
    model.save_changes();
  }

  /** Takes an option; one of several that is chosen already is taken back. */
  function pick(at) {
    const id = get("options")[at][0];
    const value = get("value");
    const chosen = value.includes(id);
    const full = most > 1 && !chosen && value.length >= most;
    if (most > 1 && chosen) write(value.filter((one) => one !== id));
    else if (!chosen && !full) write(most > 1 ? [...value, id] : [id]);
    close();
    status.textContent = full ? filled(texts.full, { most }) : get("value").map(nameOf).join(", ");
    none.textContent = full ? status.textContent : texts.none;
    none.hidden = !full;
  }

  function step(key) {
    if (!isOpen()) open("");
    else if (Math.abs(STEPS[key]) === 1) mark((now + STEPS[key] + found.length) % (found.length || 1));
    else mark(now + STEPS[key]);
  }

  const on = {
    input() {
      typed = true;
      none.textContent = texts.none;
      open(input.value);
    },
    focusin: ({ target }) => target === input && input.select(),
    focusout: ({ relatedTarget }) => !root.contains(relatedTarget) && close(),
    mousedown: (event) => list.contains(event.target) && event.preventDefault(), // the input keeps the focus
    click({ target }) {
      const line = target.closest("li");
      const chip = target.closest("button");
      if (line) pick(+line.dataset.at);
      else if (chip) {
        write(get("value").filter((id) => id !== chip.value));
        close();
      }
      else if (target === input && !isOpen()) open("");
    },
    keydown(event) {
      const { key, target } = event;
      if (!keep(event)) return;
      if (target !== input || event.isComposing) return;
      if (STEPS[key]) step(key);
      else if (key === "Escape" && isOpen()) close();
      else if (key === "Enter" && isOpen() && now >= 0) pick(found[now]);
      else if (key === "Tab" && typed && now >= 0) return pick(found[now]);
      else return;
      event.preventDefault();
    },
  };
  for (const name in on) root.addEventListener(name, on[name]);
  model.on("change:value", draw);
  model.on("change:options", prepare);
  prepare();
}

export default { render };
