// Small pieces that every part of the page shows in the same way.

import { el, text } from './dom.js'
import { ago, bytes, link, safe, time, words } from './format.js'

const LEVELS = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
const TRANSPORTS = new Map([[6, 'tcp'], [17, 'udp'], [33, 'dccp'], [132, 'sctp']])

/** A part of the page with its heading. */
export function part(id, title) {
  return el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, title))
}

/** A string of unknown origin, in a box of its own direction. */
export function foreign(value, longest) {
  return el('bdi', { class: 'foreign' }, safe(value, longest))
}

/** A time alone. */
export function at(iso) {
  return iso ? el('time', { datetime: iso, title: iso }, time(iso)) : '-'
}

/** A time, with how long ago it was. */
export function when(iso) {
  return iso ? el('time', { datetime: iso, title: iso }, time(iso), el('span', { class: 'quiet ago' }, ` ${ago(iso)}`)) : '-'
}

/** Says of all times of the page anew how long ago they were. */
export function renewTimes() {
  document.querySelectorAll('time[datetime]').forEach((node) => {
    const relative = node.querySelector('.ago')
    if (relative) {
      text(relative, ` ${ago(node.getAttribute('datetime'))}`)
    }
  })
}

/** A severity, by its word, by as many bars as it is high, and by colour. */
export function severity(level) {
  const height = LEVELS.indexOf(level) + 1
  const bars = '▮'.repeat(height) + '▯'.repeat(LEVELS.length - height)
  return el('span', { class: height ? `severity ${words(level)}` : 'severity' }, el('span', { 'aria-hidden': 'true', class: 'bars' }, bars), ` ${words(level)}`)
}

/** A link to the card of a port. */
export function portLink(port, transport) {
  return el('a', { href: `/ports/${port}` }, transport ? `${port}/${safe(transport)}` : String(port))
}

/** A link to the card of a service's port; the name is a hint. */
export function serviceLink(name) {
  return el('a', { href: `/ports/${encodeURIComponent(name)}`, title: 'A hint from the registry, not a detected protocol' }, foreign(name, 60))
}

/** A reference of a registry or a rule: a link where it is a web address, and plain text where it is anything else. */
export function reference(value) {
  const target = link(value)
  return target ? el('a', { href: target, rel: 'noopener noreferrer nofollow', target: '_blank' }, foreign(value)) : foreign(value)
}

/** An address with its port; brackets around the address where it has colons. */
export function endpoint(address, port, transport) {
  const host = address.includes(':') ? `[${address}]` : address
  return `${host}:${port}${transport ? `/${transport}` : ''}`
}

/** A size, with the exact number for whoever hovers. */
export function size(value) {
  return el('span', { title: `${value} bytes` }, bytes(value))
}

/** Names and what they are, as a list of terms. */
export function facts(pairs) {
  return el('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))))
}

/** The name of a transport by IANA's protocol number. */
export function transportOf(protocol) {
  return TRANSPORTS.get(protocol) ?? `protocol ${protocol}`
}
