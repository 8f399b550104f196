// What a reader looks at stays where it is while the page changes above it.

/** Changes the page, and scrolls so that what was at the top of the window, or has the focus, has not moved. */
export function steady(change) {
  const anchor = anchorOf()
  const before = anchor?.getBoundingClientRect().top
  change()
  if (anchor?.isConnected) {
    const moved = anchor.getBoundingClientRect().top - before
    if (Math.abs(moved) >= 1) {
      window.scrollBy({ top: moved, behavior: 'instant' })
    }
  }
}

function anchorOf() {
  if (window.scrollY === 0) {
    return null
  }
  const focused = document.activeElement
  if (focused && focused !== document.body && visible(focused)) {
    return focused
  }
  const x = document.documentElement.clientWidth / 2
  for (let y = 8; y < window.innerHeight; y += 24) {
    const found = document.elementFromPoint(x, y)?.closest('summary, tr, h2, h3, dl, figure, form')
    if (found && visible(found)) {
      return found
    }
  }
  return null
}

function visible(node) {
  const box = node.getBoundingClientRect()
  return box.bottom > 0 && box.top < window.innerHeight
}
