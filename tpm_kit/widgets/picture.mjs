// A picture that Python draws; the next one is decoded before it takes the place of the last.

function render({ model, el }) {
  const get = (name) => model.get(name);
  const image = el.appendChild(new Image());
  const name = () => (image.alt = get("alt"));
  const theme = () => document.body.dataset.jpThemeLight;

  async function draw() {
    const png = get("png");
    // Where no theme is named, the ink is for light, and so is the paper.
    const paper = theme() ? "none" : "#fff";
    image.style = `aspect-ratio: ${get("ratio")}; background: ${paper}; max-width: 100%; width: ${get("width")}px`;
    const next = Object.assign(new Image(), { src: "data:image/png;base64," + png });
    await next.decode().catch(() => {});
    if (next.width && png === get("png")) image.src = next.src;
    name();
  }

  function tell() {
    model.set("dark", theme() === "false");
    model.save_changes();
  }

  const watch = new MutationObserver(tell);
  watch.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  model.on("change:png", draw);
  model.on("change:alt", name);
  tell();
  draw();
  return () => watch.disconnect();
}

export default { render };
