// A field for a number: a native input with its label, its unit, and what is wrong with what is typed.

function render({ model, el }) {
  const get = (name) => model.get(name);
  const unique = `tpm-${Math.random()}-`;
  const input = build(["input", { id: `${unique}input`, name: "number", inputmode: "decimal", autocomplete: "off", maxlength: "200", "aria-describedby": `${unique}fault` }]);
  const fault = build(["span", { id: `${unique}fault`, class: "tpm-over" }]);
  const root = build(["div", { class: "tpm-panel tpm-field" }, ["label", { for: input.id }, ["b", {}, get("label")]]]);
  root.append(input, build(["span", {}, get("unit")]), fault);
  el.append(root);

  function show() {
    if (input.value !== get("text")) input.value = get("text");
    fault.textContent = get("fault") && `✕ ${get("fault")}`;
    input.ariaInvalid = `${!!get("fault")}`;
  }

  input.addEventListener("input", () => {
    model.set("text", input.value);
    model.save_changes();
  });
  root.addEventListener("keydown", keep);
  for (const name of ["text", "fault"]) model.on(`change:${name}`, show);
  show();
}

export default { render };
