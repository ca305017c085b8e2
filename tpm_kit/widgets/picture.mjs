// A picture that Python draws; the next one is decoded before it is shown.

function render({ model, el }) {
  const get = (name) => model.get(name);
  const image = el.appendChild(new Image());
  const name = () => (image.alt = get("alt"));
  const theme = () => document.body.dataset.jpThemeLight;

  async function draw() {
    const png = get("png");
    const ground = theme() ? "none" : "#fff";
    image.style = `aspect-ratio: ${get("ratio")}; background: ${ground}; max-width: 100%; width: ${get("width")}px`;
    const next = Object.assign(new Image(), { src: URL.createObjectURL(new Blob([png])) });
    const good = await next.decode().then(() => watch && png === get("png"), () => 0);
    URL.revokeObjectURL((good ? image : next).src);
    if (good) image.src = next.src;
    name();
  }

  function tell() {
    model.set("dark", theme() === "false");
    model.save_changes();
  }

  let watch = new MutationObserver(tell);
  watch.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  model.on("change:png", draw);
  model.on("change:alt", name);
  tell();
  draw();
  return () => {
    watch = watch.disconnect();
    URL.revokeObjectURL(image.src);
  };
}

export default { render };
