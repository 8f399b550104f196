// The page at `/ports/{port}`, of a port or of a service's port.

import { Alerts } from './alerts.js'
import { get } from './api.js'
import { card, namesOf } from './card.js'
import { el } from './dom.js'
import { safe } from './format.js'
import { header } from './header.js'
import { follow } from './live.js'
import { foreign } from './parts.js'
import { Servers } from './servers.js'

const part = (id) => document.getElementById(id)
const head = header(part('header'))
const wanted = decoded(location.pathname.replace(/^\/ports\//, ''))

try {
  const answer = await get(`/api/ports/${encodeURIComponent(wanted)}`)
  const names = namesOf(answer)
  document.title = `Port ${answer.port} - Portolan`
  part('port-title').replaceChildren(`Port ${answer.port}`, names.length ? el('span', { class: 'quiet' }, ' ', foreign(names.join(', '), 120)) : '')
  part('card').replaceChildren(...card(answer))
  part('card').removeAttribute('aria-busy')
  live(answer.port)
} catch (failure) {
  part('port-title').replaceChildren('No such port: ', foreign(wanted, 80))
  part('card').replaceChildren(el('p', { class: 'notice', role: 'alert' }, foreign(failure.message, 1000)))
  part('card').removeAttribute('aria-busy')
  part('alerts').hidden = true
  part('servers').hidden = true
  follow({ topology: head.topology }, head.live)
}

function live(port) {
  const alerts = new Alerts(part('alerts'), port)
  const servers = new Servers(part('servers'), port)
  follow({ alerts: (answer) => alerts.arrived(answer), servers: (answer) => servers.arrived(answer), topology: head.topology }, head.live)
}

function decoded(name) {
  try {
    return decodeURIComponent(name)
  } catch {
    return safe(name)
  }
}
