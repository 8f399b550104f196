// The page at `/`.

import { Alerts } from './alerts.js'
import { el } from './dom.js'
import { header } from './header.js'
import { follow } from './live.js'
import { completeness, noticesPlace } from './notices.js'
import { part } from './parts.js'
import { Servers } from './servers.js'
import { steady } from './steady.js'
import { Topology } from './topology.js'
import { Traffic } from './traffic.js'

/** Draws the page, and follows what happens. */
export function draw(top, main) {
  const head = header(top)
  const parts = [part('traffic', 'Traffic'), part('alerts', 'Alerts'), part('servers', 'Forgotten ports in use'), part('topology', 'Topology and lag')]
  main.append(el('h1', { class: 'unseen' }, 'What flows now'), noticesPlace(), ...parts)
  const traffic = new Traffic(parts[0])
  const alerts = new Alerts(parts[1])
  const servers = new Servers(parts[2])
  const topology = new Topology(parts[3])
  topology.load()
  follow({
    traffic: (answer) => {
      completeness('sums of traffic', answer)
      steady(() => traffic.show(answer))
    },
    alerts: (answer) => alerts.arrived(answer),
    servers: (answer) => servers.arrived(answer),
    topology: (answer) => {
      head.topology(answer)
      steady(() => topology.show(answer))
    },
  }, head.live)
}
