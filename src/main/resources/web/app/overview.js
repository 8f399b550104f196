// The page at `/`.

import { Alerts } from './alerts.js'
import { header } from './header.js'
import { follow } from './live.js'
import { completeness } from './notices.js'
import { Servers } from './servers.js'
import { steady } from './steady.js'
import { Topology } from './topology.js'
import { Traffic } from './traffic.js'

const part = (id) => document.getElementById(id)
const head = header(part('header'))
const traffic = new Traffic(part('traffic'))
const alerts = new Alerts(part('alerts'))
const servers = new Servers(part('servers'))
const topology = new Topology(part('topology'))

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
