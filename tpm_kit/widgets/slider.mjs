// A slider: a native range input with its label and its value.

function render({ model, el }) {
  const root = document.createElement("label");
  root.className = "tpm-panel tpm-slider";
  const name = document.createElement("b");
  const input = document.createElement("input");
  const output = document.createElement("output");
  name.textContent = model.get("label");
  input.type = "range";
  for (const key of ["min", "max", "step"]) input[key] = model.get(key);
  root.append(name, input, output);
  el.append(root);

  function show() {
    const value = model.get("value");
    if (+input.value !== value) input.value = value;
    output.textContent = model.get("words")[value] ?? `${value} ${model.get("unit")}`;
    input.setAttribute("aria-valuetext", output.textContent);
  }

  input.addEventListener("input", () => {
    model.set("value", +input.value);
    model.save_changes();
  });
  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) event.stopPropagation();
  });
  model.on("change:value", show);
  show();
}

export default { render };
