// The list of alerts, each with its reasons behind it.

import { alertBody, alertSummary } from './alert.js'
import { el, reconcile, replaced, text } from './dom.js'
import { filters } from './filters.js'
import { counted, Listing } from './listing.js'

const SEVERITIES = [['', 'any'], ['CRITICAL', 'critical'], ['HIGH,CRITICAL', 'high or above'], ['MEDIUM,HIGH,CRITICAL', 'medium or above'], ['LOW,MEDIUM,HIGH,CRITICAL', 'low or above'], ['INFORMATIONAL', 'informational']]
const FIELDS = [
  { name: 'severity', label: 'Severity', options: SEVERITIES },
  { name: 'port', label: 'Port', inputmode: 'numeric', size: 6, maxlength: 5 },
  { name: 'address', label: 'Address', size: 20, maxlength: 45 },
]

/** The part of the page on alerts; with a port only those of it. */
export class Alerts {
  #list = el('ol', { class: 'alerts' })
  // Only the count is announced: a screen reader that read every alert out would never be silent.
  #count = el('p', { class: 'quiet', role: 'status', 'aria-live': 'polite', id: 'alert-count' }, 'Waiting for the first answer.')
  #listing

  constructor(root, port = null) {
    const fields = port === null ? FIELDS : FIELDS.filter(({ name }) => name !== 'port')
    const form = filters('Filter alerts', fields, () => this.#listing.renew())
    this.#listing = new Listing('alerts', '/api/alerts', port === null ? {} : { port }, form, (items) => this.#show(items))
    root.append(el('div', { class: 'lead' }, this.#count, form.node), this.#list)
  }

  /** Takes the alerts that came with the events. */
  arrived(answer) {
    return this.#listing.arrived(answer)
  }

  #show(items) {
    text(this.#count, items.length ? `${counted(items, 'alert', 'alerts')}, newest first` : 'No alert fits.')
    reconcile(this.#list, items, (alert) => alert.dedup_key, item, update)
  }
}

function item() {
  const details = el('details', {}, el('summary', {}), el('div', { class: 'body' }))
  details.addEventListener('toggle', () => drawBody(details))
  return el('li', {}, details)
}

function update(node, alert) {
  const details = node.firstElementChild
  details.alert = alert
  replaced(details.firstElementChild, alert, alertSummary)
  drawBody(details)
}

// A hundred bodies that nobody opens are not made.
function drawBody(details) {
  if (details.open || details.lastElementChild.childElementCount) {
    alertBody(details.lastElementChild, details.alert)
  }
}
