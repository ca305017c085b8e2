// What the views share.

/** The element that a list describes; text stays text. */
function build(node) {
  if (!Array.isArray(node)) return node;
  const [tag, attributes, ...children] = node;
  const element = document.createElement(tag);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children.map(build));
  return element;
}

/** Keeps a key from the notebook, but for its shortcuts: then false. */
const keep = (event) => !(event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter") || event.stopPropagation());

/** Puts styles into the page, once: each costs time. */
const wear = (id, css) => document.getElementById(id) || document.head.append(build(["style", { id }, css]));

/** Calls once no press in `root` would be lost. */
const whenLoose = (root, call) => (root.querySelector(":active") ? setTimeout(whenLoose, 9, root, call) : call());
