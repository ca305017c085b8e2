// A panel of elements.

function render({ model, el }) {
  const body = build(["form", { method: "dialog" }]);
  const status = build(["div", { class: "tpm-unseen", role: "status" }]);
  const root = build(["div", { class: "tpm-panel" }]);
  root.append(body, build(["p", { class: "tpm-waiting" }, model.get("waiting")]), status);
  el.append(root);

  const fields = () => Object.fromEntries(new FormData(body));
  const presses = [];
  // A move may still be on its way: a press goes once the course answers.
  function send({ name, value }, buffers) {
    root.dataset.waiting = true;
    presses.push([{ name, value, fields: fields() }, undefined, buffers]);
    model.send({});
  }

  function draw() {
    const typed = fields();
    const held = body.querySelector(":focus");
    body.replaceChildren(...model.get("tree").map(build));
    for (const node of body.querySelectorAll("textarea")) node.value = typed[node.name] ?? node.value;
    const named = [...body.querySelectorAll("[name]:enabled")];
    if (held) (named.find(({ name, value }) => name === held.name && value === held.value) ?? named[0])?.focus();
  }

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button[name]");
    if (button) send(button);
  });
  root.addEventListener("change", async ({ target }) => {
    if (!target.files) return send(target);
    for (const file of target.files) send(target, [await file.arrayBuffer()]);
  });
  root.addEventListener("keydown", keep);
  model.on("msg:custom", () => presses.splice(0).forEach((press) => model.send(...press)));
  model.on("change:tree", () => whenLoose(body, draw));
  model.on("change:offered", () => build(["a", model.get("offered")]).click());
  model.on("change:kept", () => delete root.dataset.waiting);
  model.on("change:said", () => { status.textContent = model.get("said"); });
  draw();
}

export default { render };
