// A slider: a native range input with its label and its value.

function render({ model, el }) {
  const input = build(["input", { type: "range" }]);
  const output = build(["output", {}]);
  const root = build(["label", { class: "tpm-panel tpm-slider" }, ["b", {}, model.get("label")]]);
  for (const key of ["min", "max", "step"]) input[key] = model.get(key);
  root.append(input, output);
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
  root.addEventListener("keydown", keep);
  model.on("change:value", show);
  show();
}

export default { render };
