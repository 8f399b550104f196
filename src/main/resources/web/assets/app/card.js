// The card of a port: all that the registry, the rules and the range say of it.

import { copyable } from './copy.js'
import { el } from './dom.js'
import { number, safe, words } from './format.js'
import { facts, foreign, portLink, reference, serviceLink } from './parts.js'

/** The card, from an answer of /api/ports. */
export function card(answer) {
  const { range, transports, triage, iana_warning: warning } = answer
  return [
    el('aside', { class: 'warning', 'aria-labelledby': 'warning-title' }, el('h2', { id: 'warning-title' }, 'A label is a hint, never a detection'),
      el('blockquote', {}, foreign(warning.text, 2000)), el('p', { class: 'quiet' }, foreign(warning.source), ', ', reference(warning.page))),
    el('section', { 'aria-labelledby': 'range-title' }, el('h2', { id: 'range-title' }, 'Range'), facts([
      ['Range', foreign(range.name)], ['Ports', `${number(range.first)} to ${number(range.last)}`], ['Meaning', foreign(range.meaning)],
    ])),
    el('section', { 'aria-labelledby': 'registry-title' }, el('h2', { id: 'registry-title' }, `Registry${answer.registry_version ? ` of ${safe(answer.registry_version, 40)}` : ''}`),
      el('div', { class: 'transports' }, transports.map(listing))),
    el('section', { 'aria-labelledby': 'triage-title' }, el('h2', { id: 'triage-title' }, 'Which process owns it?'),
      triage.map(({ platform, command }, place) => el('div', { class: 'command' }, el('p', {}, safe(platform, 80)), copyable(command, `command for ${safe(platform, 80)}`, `triage-${place}`)))),
  ]
}

/** Names of the port on any transport, the first one first. */
export function namesOf({ transports }) {
  return [...new Set(transports.flatMap(({ assignment }) => assignment?.names ?? []))]
}

function listing({ transport, status, assignment, rules, neighbours }) {
  return el('section', { class: 'transport' }, el('h3', {}, safe(transport, 20)),
    facts([['Status', words(status)], ...(assignment ? entry(assignment) : []),
      ['Watched by', rules.length ? el('ul', {}, rules.map(rule)) : 'no rule in force'],
      ['Below', neighbour(neighbours.below)], ['Above', neighbour(neighbours.above)]]))
}

function entry(assignment) {
  return [
    ['Service', assignment.names.length ? foreign(assignment.names[0]) : null],
    ['Aliases', assignment.names.length > 1 ? foreign(assignment.names.slice(1).join(', '), 1000) : null],
    ['Description', assignment.description && foreign(assignment.description, 1000)],
    ['Documented', assignment.documentation && (assignment.documentation === 'BARE' ? 'bare: nothing but a name' : words(assignment.documentation))],
    ['Assignee', assignment.assignee && foreign(assignment.assignee)],
    ['Registered', assignment.registered && foreign(assignment.registered, 40)],
    ['Modified', assignment.modified && foreign(assignment.modified, 40)],
    ['Reference', assignment.reference && reference(assignment.reference)],
    ['Unauthorized use', assignment.unauthorized_use && foreign(assignment.unauthorized_use, 1000)],
    ['Notes', assignment.notes && foreign(assignment.notes, 1000)],
    ['Origin', assignment.origin === 'SITE' ? 'the site' : 'IANA'],
  ]
}

function rule({ title, level, levels }) {
  const by = Object.entries(levels).map(([verdict, of]) => `${words(verdict)} ${words(of)}`).join(', ')
  return el('li', {}, foreign(title), ` (${words(level)}${by ? `: ${by}` : ''})`)
}

function neighbour(entryOf) {
  return entryOf ? el('span', {}, portLink(entryOf.port, entryOf.transport), ' ', entryOf.names.length ? serviceLink(entryOf.names[0]) : words(entryOf.status)) : null
}
