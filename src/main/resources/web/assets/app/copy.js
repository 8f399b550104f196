// A text to paste elsewhere, with a button that copies it.

import { el } from './dom.js'
import { safe } from './format.js'

/** A block of text with a button; `what` names the text for those who do not see it. */
export function copyable(value, what, key) {
  const code = el('code', { tabindex: '0', 'aria-label': what }, safe(value, 4000))
  const said = el('span', { class: 'said', role: 'status' })
  const button = el('button', { type: 'button', class: 'copy', 'data-focus': key, 'aria-label': `Copy ${what}`, onclick: () => copy(value, code, said) }, 'Copy')
  return el('div', { class: 'copyable' }, el('pre', {}, code), el('span', { class: 'copying' }, button, said))
}

async function copy(value, code, said) {
  try {
    await navigator.clipboard.writeText(value)
    said.textContent = 'Copied'
  } catch {
    // Browsers give the clipboard to secure pages only: not to http on another host.
    getSelection().selectAllChildren(code)
    said.textContent = 'Selected: copy it with the keyboard'
  }
  setTimeout(() => { said.textContent = '' }, 4000)
}
