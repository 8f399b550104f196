// One alert: its line in the list, and what is behind it.

import { copyable } from './copy.js'
import { el, reconcile, replaced } from './dom.js'
import { number, safe, span, words } from './format.js'
import { endpoint, facts, foreign, portLink, reference, serviceLink, severity, size, transportOf, when } from './parts.js'

const HYPOTHESES = new Map([['MISCONFIGURATION', 'Misconfiguration'], ['MALWARE', 'Malware'], ['OWN_SERVICE', 'The service itself']])

/** What the line of an alert shows. */
export function alertSummary(alert) {
  const server = alert.story === 'SCAN' ? foreign(alert.client.address, 60) : foreign(endpoint(alert.server.address, alert.server.port, transportOf(alert.protocol)), 80)
  return [
    severity(alert.severity),
    el('span', { class: 'score' }, el('span', { class: 'unseen' }, 'score '), String(alert.score)),
    el('span', { class: 'who' }, alert.story === 'SCAN' ? 'scan of ' : '', alert.story === 'SCAN' ? `${alert.server.port}/${transportOf(alert.protocol)} by ` : '', server),
    el('span', { class: 'verdict' }, words(alert.verdict)),
    el('span', { class: 'flows' }, `${number(alert.flows)} ${alert.flows === 1 ? 'flow' : 'flows'}`),
    when(alert.raised_at ?? alert.last_seen),
    el('span', { class: 'summary' }, foreign(alert.summary, 600)),
  ]
}

/** Draws all of an alert; a section whose facts have not changed stays as it is, with focus and selection. */
export function alertBody(root, alert) {
  reconcile(root, SECTIONS.filter(([, , of]) => of(alert) !== null), ([title]) => title,
    ([title]) => el('section', {}, el('h3', {}, title), el('div', {})),
    (node, [title, make, of]) => replaced(node.lastElementChild, of(alert), (value) => make(value, alert)))
}

// Title, what draws it, and the facts it is drawn from; null if there is nothing to say.
const SECTIONS = [
  ['What was seen', (alert) => [seen(alert)], (alert) => alert],
  ['Score', score, ({ score: sum, factors }) => ({ sum, factors })],
  ['What may be behind it', hypotheses, ({ hypotheses: three }) => three],
  ['What the registry says', (entry) => [registry(entry)], ({ assignment, registry_version: version }) => ({ assignment, version })],
  ['Rule', (rule) => [ruleFacts(rule)], ({ rule }) => rule],
  ['Which process is it? Run on the server', triage, ({ triage: commands }) => (commands.length ? commands : null)],
  ['If it is legitimate', allow, ({ allow_list: filter }) => filter],
]

function seen(alert) {
  return facts([
    ['Server', el('span', {}, foreign(alert.server.address, 60), ' port ', portLink(alert.server.port, transportOf(alert.protocol)))],
    ['Client', foreign(endpoint(alert.client.address, alert.client.port), 80)],
    ['Verdict', `${words(alert.verdict)}, ${words(alert.phase)}${alert.update ? `, update ${number(alert.update)}` : ''}`],
    ['Change', alert.change && foreign(alert.change)],
    ['Server told by', `${words(alert.role_basis)}, ${alert.role_confidence} % sure`],
    ['First seen', when(alert.first_seen)],
    ['Last seen', when(alert.last_seen)],
    ['Flows', `${number(alert.flows)}, ${number(alert.suppressed)} of them not alerted one by one`],
    ['Bytes', directions(alert)],
    ['Clients', addresses(alert.distinct_clients, alert.clients)],
    ['Targets', alert.targets ? addresses(alert.targets, alert.target_addresses) : null],
    ['Comes back every', alert.period ? span(alert.period) : null],
    ['Observer', alert.observer && foreign(alert.observer)],
    ['Read from', alert.origin ? foreign(`${alert.origin.topic}, partition ${alert.origin.partition}, offset ${alert.origin.offset} (${alert.source_format})`) : foreign(alert.source_format)],
    ['Story', foreign(alert.dedup_key)],
  ])
}

function directions(alert) {
  const known = (value) => (value === null || value === undefined ? 'not counted' : size(value))
  return el('span', {}, size(alert.bytes), ' (from the server ', known(alert.bytes_from_server), ', from the client ', known(alert.bytes_from_client), ')')
}

function addresses(count, some) {
  return el('span', {}, `${number(count)}${some.length ? ': ' : ''}`, foreign(some.map((address) => safe(address, 60)).join(', '), 1000), count > some.length && some.length ? ', ...' : '')
}

function score({ sum, factors }) {
  return el('table', { class: 'factors' }, el('caption', {}, `${sum} of 100, made of`),
    el('thead', {}, el('tr', {}, ['points', 'factor', 'reason'].map((name) => el('th', { scope: 'col', class: name === 'points' ? 'number' : null }, name)))),
    el('tbody', {}, factors.map(({ name, points, reason }) => el('tr', {},
      el('td', { class: 'number' }, points > 0 ? `+${points}` : String(points)), el('th', { scope: 'row' }, words(name)), el('td', {}, foreign(reason))))))
}

function hypotheses(three) {
  return el('ul', { class: 'hypotheses' }, three.map(({ name, statement, evidence }) => el('li', {},
    el('h4', {}, HYPOTHESES.get(name) ?? words(name)), el('p', {}, foreign(statement)),
    evidence.length ? el('ul', {}, evidence.map((each) => el('li', {}, foreign(each)))) : el('p', { class: 'quiet' }, 'Nothing that was seen speaks for it.'))))
}

function registry({ assignment, version }) {
  const hint = el('p', { class: 'hint' }, 'A label is a hint, never a detection.')
  if (!assignment) {
    return el('div', {}, hint, el('p', {}, `The port is not listed${version ? ` (registry of ${safe(version, 40)})` : ''}.`))
  }
  return el('div', {}, hint, facts([
    ['Service', assignment.names.length ? el('span', {}, assignment.names.flatMap((name, place) => [place ? ', ' : '', serviceLink(name)])) : words(assignment.status)],
    ['Description', assignment.description && foreign(assignment.description)],
    ['Documented', assignment.documentation && (assignment.documentation === 'BARE' ? 'bare: nothing but a name' : words(assignment.documentation))],
    ['Assignee', assignment.assignee && foreign(assignment.assignee)],
    ['Reference', assignment.reference && reference(assignment.reference)],
    ['Registry', foreign(version ?? assignment.version)],
  ]))
}

function ruleFacts(rule) {
  return facts([
    ['Title', foreign(rule.title)],
    ['Level', words(rule.level)],
    ['ATT&CK', rule.technique && foreign(rule.technique)],
    ['Why', rule.description && foreign(rule.description, 1000)],
    ['May also be', rule.false_positives.length ? foreign(rule.false_positives.join('; '), 1000) : null],
    ['Read on', rule.references.length ? el('ul', {}, rule.references.map((each) => el('li', {}, reference(each)))) : null],
    ['Id', foreign(rule.id)],
  ])
}

function triage(commands) {
  return commands.map(({ platform, command }, place) => el('div', { class: 'command' }, el('p', {}, safe(platform, 80)), copyable(command, `command for ${safe(platform, 80)}`, `triage-${place}`)))
}

function allow(filter) {
  return [el('p', {}, 'Put this Sigma filter into the folder that filters.path names.'), copyable(filter, 'allow-list filter', 'allow')]
}
