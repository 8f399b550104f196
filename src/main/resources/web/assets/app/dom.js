// Everything that is shown is made here, from text: no markup is ever parsed, because flows and registries hold strings
// of whoever sent them.

const SVG = 'http://www.w3.org/2000/svg'

/**
 * An element. Properties beginning with `on` are listeners, others attributes (`false`, `null` and `undefined` leave one
 * out, `true` sets it empty); children are nodes or become text, and `null` is left out.
 */
export function el(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children)
}

/** The same in SVG. */
export function svg(name, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, name), properties, children)
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value)
    } else {
      attribute(node, name, value)
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return node
}

/** Sets an attribute, or takes it away for `false`, `null` and `undefined`. */
export function attribute(node, name, value) {
  if (value === false || value === null || value === undefined) {
    node.removeAttribute(name)
  } else if (node.getAttribute(name) !== String(value === true ? '' : value)) {
    node.setAttribute(name, value === true ? '' : value)
  }
}

/** Sets the text of a node if it is another one, so that a selection within it outlives an update. */
export function text(node, value) {
  if (node.textContent !== value) {
    node.textContent = value
  }
}

/**
 * Makes the children of a node those of the items, in their order. What is there already is kept and updated, with focus
 * and open details.
 *
 * @param key of an item, unique
 * @param create makes the node of an item
 * @param update brings a node up to date, a new one as well
 */
export function reconcile(parent, items, key, create, update) {
  const before = new Map([...parent.children].map((node) => [node.dataset.key, node]))
  const focused = document.activeElement
  let place = parent.firstElementChild
  for (const item of items) {
    const id = key(item)
    let node = before.get(id)
    if (!node) {
      node = create(item)
      node.dataset.key = id
    }
    before.delete(id)
    if (node === place) {
      place = place.nextElementSibling
    } else {
      parent.insertBefore(node, place)
    }
    update(node, item)
  }
  before.forEach((node) => node.remove())
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true })
  }
}

/** Replaces the children of a node, unless they would be made from the same value as those that are there. */
export function replaced(node, value, make) {
  const now = JSON.stringify(value)
  if (node.drawn !== now) {
    node.drawn = now
    node.replaceChildren(...[make(value)].flat().filter((child) => child !== null && child !== undefined))
  }
}
