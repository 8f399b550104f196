// The page at `/ports/{port}`, of a port or of a service's port.

import { Alerts } from './alerts.js'
import { get } from './api.js'
import { card, namesOf } from './card.js'
import { el } from './dom.js'
import { safe } from './format.js'
import { header } from './header.js'
import { follow } from './live.js'
import { noticesPlace } from './notices.js'
import { foreign, part } from './parts.js'
import { Servers } from './servers.js'

/** Draws the page, and follows what happens on the port. */
export async function draw(top, main) {
  const head = header(top)
  const wanted = decoded(location.pathname.replace(/^\/ports\//, ''))
  const title = el('h1', {}, 'Port ', foreign(wanted, 80))
  const place = el('div', { id: 'card', 'aria-busy': 'true' })
  main.append(title, noticesPlace(), place)
  try {
    const answer = await get(`/api/ports/${encodeURIComponent(wanted)}`)
    const names = namesOf(answer)
    document.title = `Port ${answer.port} - Portolan`
    title.replaceChildren(`Port ${answer.port}`, names.length ? el('span', { class: 'quiet' }, ' ', foreign(names.join(', '), 120)) : '')
    place.replaceChildren(...card(answer))
    live(answer.port, main, head)
  } catch (failure) {
    title.replaceChildren('No card of ', foreign(wanted, 80))
    place.replaceChildren(el('p', { class: 'notice', role: 'alert' }, foreign(failure.message, 1000)))
    follow({ topology: head.topology }, head.live)
  } finally {
    place.removeAttribute('aria-busy')
  }
}

function live(port, main, head) {
  const parts = [part('alerts', 'Its alerts'), part('servers', 'Servers on it')]
  main.append(...parts)
  const alerts = new Alerts(parts[0], port)
  const servers = new Servers(parts[1], port)
  follow({ alerts: (answer) => alerts.arrived(answer), servers: (answer) => servers.arrived(answer), topology: head.topology }, head.live)
}

function decoded(name) {
  try {
    return decodeURIComponent(name)
  } catch {
    return safe(name)
  }
}
