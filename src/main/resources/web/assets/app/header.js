// The head of every page: where to go, what to search, and how the job is.

import { ready } from './api.js'
import { el, replaced, text } from './dom.js'
import { number, safe, words } from './format.js'
import { renewTimes } from './parts.js'

const PARTS = [['traffic', 'Traffic'], ['alerts', 'Alerts'], ['servers', 'Forgotten ports'], ['topology', 'Topology']]
const LIVE = { connecting: 'connecting', live: 'live', waiting: 'not live' }

/** Draws the head, and returns what tells it news: `live(state, wait)` and `topology(answer)`. */
export function header(root) {
  const live = el('span', { class: 'live', id: 'live' }, 'connecting')
  const job = el('span', { id: 'job' })
  const registry = el('span', { id: 'registry' })
  root.append(
    el('div', { class: 'bar' },
      el('a', { href: '/', class: 'brand' }, el('img', { src: '/assets/icon.svg', alt: '', width: 24, height: 24 }), 'Portolan'),
      el('nav', { 'aria-label': 'Parts' }, PARTS.map(([id, name]) => el('a', { href: `/#${id}` }, name))),
      search(), schemeSwitch()),
    el('div', { class: 'bar state', role: 'group', 'aria-label': 'State of the job' }, live, job, registry))
  renewRegistry(registry)
  setInterval(() => renewRegistry(registry), 30_000)
  setInterval(renewTimes, 10_000)
  return { live: (state, wait) => showLive(live, state, wait), topology: (answer) => showJob(job, answer) }
}

function search() {
  const input = el('input', { type: 'search', id: 'search', placeholder: '1274 or t1distproc', required: true, maxlength: 80, autocomplete: 'off', spellcheck: 'false' })
  const go = (event) => {
    event.preventDefault()
    // The card shows all transports of a port.
    const wanted = input.value.trim().replace(/^(?:tcp|udp|sctp|dccp)\/(\d+)$/i, '$1').replace(/^(\d+)\/(?:tcp|udp|sctp|dccp)$/i, '$1')
    if (wanted) {
      location.assign(`/ports/${encodeURIComponent(wanted)}`)
    }
  }
  return el('form', { role: 'search', onsubmit: go }, el('label', { for: 'search' }, 'Port or service'), input, el('button', { type: 'submit' }, 'Show'))
}

function schemeSwitch() {
  const chosen = document.documentElement.dataset.scheme ?? 'auto'
  const options = [['auto', 'as the system'], ['light', 'light'], ['dark', 'dark']]
    .map(([value, name]) => el('option', { value, selected: value === chosen }, name))
  const select = el('select', { id: 'scheme', onchange: () => choose(select.value) }, options)
  return el('div', { class: 'scheme' }, el('label', { for: 'scheme' }, 'Colours'), select)
}

function choose(scheme) {
  if (scheme === 'auto') {
    delete document.documentElement.dataset.scheme
    localStorage.removeItem('portolan.scheme')
  } else {
    document.documentElement.dataset.scheme = scheme
    localStorage.setItem('portolan.scheme', scheme)
  }
  document.dispatchEvent(new Event('scheme'))
}

function showLive(node, state, wait) {
  node.dataset.state = state
  text(node, wait ? `not live, next try in ${Math.ceil(wait / 1000)} s` : LIVE[state])
}

function showJob(node, answer) {
  const facts = { state: answer.state, instances: answer.instances.length, lag: answer.lag }
  replaced(node, facts, () => [
    el('span', {}, 'Job ', el('strong', { 'data-fact': 'state' }, safe(answer.state, 40))),
    el('span', {}, el('strong', { 'data-fact': 'instances' }, number(facts.instances)), facts.instances === 1 ? ' instance' : ' instances'),
    el('span', {}, 'Total lag ', el('strong', { 'data-fact': 'lag' }, answer.lag === null ? 'unknown' : number(answer.lag)), answer.lag === 1 ? ' record' : ' records'),
  ])
}

async function renewRegistry(node) {
  const found = await ready().then((health) => health.checks?.registry ?? null, () => null)
  replaced(node, found, () => found?.version
    ? ['Port registry ', el('strong', { 'data-fact': 'registry' }, safe(found.version, 40)), found.entries ? `, ${number(found.entries)} entries` : '']
    : [`Port registry ${found ? words(found.status ?? 'none loaded') : 'unknown'}`])
}
