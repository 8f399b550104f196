// How the job is built, where it runs, and how far it is behind.

import { get } from './api.js'
import { el, replaced } from './dom.js'
import { number, safe } from './format.js'
import { parseGraph } from './graph.js'
import { notice } from './notices.js'
import { foreign } from './parts.js'
import { picture } from './picture.js'
import { Table } from './table.js'

const NARROW = matchMedia('(max-width: 60rem)')

/** The part of the page on the job itself; `show` takes an answer of /api/topology, with or without its texts. */
export class Topology {
  #graph = null
  #answer = null
  #picture = el('div', { class: 'drawing', role: 'region', tabindex: '0', 'aria-label': 'Picture of the topology; the text below it says the same' })
  #text = el('details', {}, el('summary', {}, 'The topology as text'), el('div', {}))
  #instances = new Table('Instances', [
    { name: 'instance', first: true, value: (each) => each.address ?? 'no address', show: (each) => foreign(`${each.address ?? 'no address'}${each.this ? ' (this one)' : ''}`, 80) },
    { name: 'threads', number: true, value: (each) => each.threads ?? '-' },
    { name: 'tasks', value: (each) => (each.tasks ?? []).join(', '), show: (each) => foreign((each.tasks ?? []).join(', ') || '-', 600) },
  ], (each) => each.address ?? 'none')
  #inputs = new Table('Lag by partition', [
    { name: 'topic', first: true, value: (each) => each.topic, show: (each) => foreign(each.topic, 80) },
    { name: 'partition', number: true, value: (each) => each.partition },
    { name: 'committed', number: true, value: (each) => each.committed ?? 0, show: (each) => (each.committed === null ? '-' : number(each.committed)) },
    { name: 'end', number: true, value: (each) => each.end ?? 0, show: (each) => (each.end === null ? '-' : number(each.end)) },
    { name: 'lag', number: true, value: (each) => each.lag ?? 0, show: (each) => (each.lag === null ? 'unknown' : number(each.lag)) },
  ], (each) => `${each.topic} ${each.partition}`, { cards: false })

  constructor(root) {
    root.append(this.#picture, this.#text, el('div', { class: 'tables' }, this.#inputs.node, this.#instances.node))
    NARROW.addEventListener('change', () => this.#draw())
  }

  /** Asks for the topology once; what changes comes with the events. */
  async load() {
    try {
      const answer = await get('/api/topology')
      this.#graph = parseGraph(answer.mermaid)
      replaced(this.#text.lastElementChild, answer.topology, () => [steps(this.#graph), el('pre', { tabindex: '0', 'aria-label': 'Description by Kafka Streams' }, safe(answer.topology, 20_000))])
      notice('topology', null)
      this.show(answer)
    } catch (failure) {
      notice('topology', `The topology cannot be shown: ${failure.message}`)
    }
  }

  /** Shows an answer. */
  show(answer) {
    this.#answer = answer
    this.#instances.show(answer.instances)
    this.#inputs.show(answer.inputs)
    this.#draw()
  }

  #draw() {
    if (!this.#graph) {
      return
    }
    const lags = new Map()
    for (const { topic, lag } of this.#answer.inputs) {
      lags.set(topic, (lags.get(topic) ?? 0) + (lag ?? 0))
    }
    const below = ({ name, kind }) => (kind === 'topic' && lags.has(name) ? `lag ${number(lags.get(name))}` : '')
    replaced(this.#picture, [[...lags], NARROW.matches, this.#graph], () => [picture(this.#graph, !NARROW.matches, below)])
  }
}

// The text alternative of the picture.
function steps({ nodes, edges }) {
  const names = new Map(nodes.map(({ id, name, kind }) => [id, `${kind} ${safe(name, 80)}`]))
  return el('ul', { class: 'steps' }, nodes.map(({ id }) => [id, edges.filter(({ from }) => from === id)]).filter(([, out]) => out.length)
    .map(([id, out]) => el('li', {}, `${names.get(id)} leads to ${out.map(({ to }) => names.get(to)).join(', ')}`)))
}
