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

/** Not a shortcut of the notebook or the browser. */
const isOurs = ({ ctrlKey, metaKey, altKey, shiftKey, key }) => !(ctrlKey || metaKey || altKey || (shiftKey && key === "Enter"));

/** Calls once no press in `root` would be lost. */
const whenLoose = (root, call) => (root.querySelector(":active") ? setTimeout(whenLoose, 9, root, call) : call());
