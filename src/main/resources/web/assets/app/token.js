// The bearer token, where the server wants one: asked for once, and kept as long as the tab is open.

import { el } from './dom.js'

const KEY = 'portolan.token'
let asking = null

/** The headers that a question to the server takes. */
export function authorization() {
  const token = sessionStorage.getItem(KEY)
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** Asks for a token after the server has refused the one in `refused`; those who ask at the same time get one answer. */
export function askToken(refused) {
  const now = authorization().Authorization
  if (now !== refused) {
    return Promise.resolve()
  }
  asking ??= ask(now !== undefined).finally(() => { asking = null })
  return asking
}

function ask(wrong) {
  return new Promise((resolve) => {
    const input = el('input', { type: 'password', id: 'token', autocomplete: 'off', required: true, spellcheck: 'false' })
    const form = el('form', { method: 'dialog' },
      el('h2', { id: 'token-title' }, 'Token'),
      el('p', { id: 'token-why' }, wrong ? 'The server did not accept this token.' : 'The server answers those who have its token only. It is kept until this tab is closed.'),
      el('label', { for: 'token' }, 'Bearer token'), input, el('button', { type: 'submit' }, 'Use it'))
    const dialog = el('dialog', { 'aria-labelledby': 'token-title', 'aria-describedby': 'token-why', oncancel: (event) => event.preventDefault() }, form)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      sessionStorage.setItem(KEY, input.value.trim())
      dialog.remove()
      resolve()
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
