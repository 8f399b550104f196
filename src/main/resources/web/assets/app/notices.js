// What a reader has to know before believing the page: that a part of the state is away, or that a question failed.

import { el, reconcile, text } from './dom.js'
import { safe } from './format.js'

const notices = new Map()
const place = el('div', { id: 'notices' })

/** Where they are shown. */
export function noticesPlace() {
  return place
}

/** Says under this name what is wrong; null once it is well again. */
export function notice(name, message) {
  if (message === null) {
    notices.delete(name)
  } else {
    notices.set(name, message)
  }
  reconcile(place, [...notices], ([key]) => key,
    () => el('p', { class: 'notice', role: 'status' }), (node, [, said]) => text(node, said))
}

/** Tells of an answer that is not complete who is missing. */
export function completeness(name, answer) {
  const away = (answer.unavailable ?? []).map((instance) => safe(instance, 80)).join(', ')
  notice(name, answer.complete === false
    ? `The ${name} are not complete: ${away ? `${away} did not answer` : 'a part of the state is moving between instances'}. What is missing comes back by itself once it does.`
    : null)
}
