// How the job is built, where it runs, and how far it is behind.

import { get } from './api.js'
import { el, replaced } from './dom.js'
import { number, safe } from './format.js'
import { parseGraph } from './graph.js'
import { notice } from './notices.js'
import { foreign } from './parts.js'
import { picture } from './picture.js'
import { Table } from './table.js'

const TOPIC = { name: 'topic', first: true, value: (each) => each.topic, show: (each) => foreign(each.topic, 80) }
const OFFSETS = ['committed', 'end', 'lag'].map((name) => ({
  name, number: true, value: (each) => each[name] ?? -1, show: (each) => (each[name] === null ? 'unknown' : number(each[name])),
}))
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
  #topics = new Table('Lag by topic', [TOPIC, { name: 'partitions', number: true, value: (each) => each.partitions }, ...OFFSETS], (each) => each.topic, { cards: false })
  #inputs = new Table('Lag by partition', [TOPIC, { name: 'partition', number: true, value: (each) => each.partition }, ...OFFSETS],
    (each) => `${each.topic} ${each.partition}`, { cards: false })

  constructor(root) {
    root.append(this.#picture, this.#text, el('div', { class: 'tables' },
      el('div', {}, this.#topics.node, el('details', {}, el('summary', {}, 'Lag by partition'), this.#inputs.node)), this.#instances.node))
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
    this.#topics.show(byTopic(answer.inputs))
    this.#inputs.show(answer.inputs)
    this.#draw()
  }

  #draw() {
    if (!this.#graph) {
      return
    }
    const lags = new Map(byTopic(this.#answer.inputs).map(({ topic, lag }) => [topic, lag]))
    const below = ({ name, kind }) => (kind === 'topic' && lags.has(name) ? `lag ${lags.get(name) === null ? 'unknown' : number(lags.get(name))}` : '')
    replaced(this.#picture, [[...lags], NARROW.matches, this.#graph], () => [picture(this.#graph, !NARROW.matches, below)])
  }
}

// The partitions of a topic added up; what is unknown of one is unknown of all.
function byTopic(inputs) {
  const topics = new Map()
  for (const { topic, committed, end, lag } of inputs) {
    const sum = topics.get(topic)
    const add = (left, right) => (left === null || right === null ? null : left + right)
    topics.set(topic, sum
      ? { topic, partitions: sum.partitions + 1, committed: add(sum.committed, committed), end: add(sum.end, end), lag: add(sum.lag, lag) }
      : { topic, partitions: 1, committed, end, lag })
  }
  return [...topics.values()]
}

// The text alternative of the picture.
function steps({ nodes, edges }) {
  const names = new Map(nodes.map(({ id, name, kind }) => [id, `${kind} ${safe(name, 80)}`]))
  return el('ul', { class: 'steps' }, nodes.map(({ id }) => [id, edges.filter(({ from }) => from === id)]).filter(([, out]) => out.length)
    .map(([id, out]) => el('li', {}, `${names.get(id)} leads to ${out.map(({ to }) => names.get(to)).join(', ')}`)))
}
