// Builds elements that Python describes.

function build(node) {
  if (typeof node === "string") return node;
  const [tag, attributes, ...children] = node;
  const element = document.createElement(tag);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children.map(build));
  return element;
}
