// The inventory: hosts that answer on forgotten ports.

import { el, text } from './dom.js'
import { filters } from './filters.js'
import { number, words } from './format.js'
import { counted, Listing } from './listing.js'
import { at, foreign, portLink, serviceLink, size, when } from './parts.js'
import { Table } from './table.js'

const STATUSES = [['', 'any'], ['ASSIGNED', 'assigned, nothing but a name'], ['UNLISTED', 'unlisted'], ['RESERVED', 'reserved'], ['UNASSIGNED', 'unassigned']]
const FIELDS = [
  { name: 'status', label: 'Status', options: STATUSES },
  { name: 'port', label: 'Port', inputmode: 'numeric', size: 6, maxlength: 5 },
  { name: 'address', label: 'Address', size: 20, maxlength: 45 },
]
const COLUMNS = [
  { name: 'address', first: true, value: (server) => server.address, show: (server) => foreign(server.address, 60) },
  { name: 'port', value: (server) => server.port, show: (server) => portLink(server.port, server.transport) },
  { name: 'status', value: (server) => words(server.status) },
  { name: 'service', value: (server) => server.service ?? '', show: (server) => (server.service ? serviceLink(server.service) : '-') },
  { name: 'clients', number: true, value: (server) => server.clients, show: (server) => number(server.clients) },
  { name: 'flows', number: true, value: (server) => server.flows, show: (server) => number(server.flows) },
  { name: 'bytes', number: true, value: (server) => server.bytes, show: (server) => size(server.bytes) },
  { name: 'server told by', value: (server) => `${words(server.role_basis)}, ${server.role_confidence} %` },
  { name: 'first seen', value: (server) => server.first_seen, show: (server) => at(server.first_seen) },
  { name: 'last seen', value: (server) => server.last_seen, show: (server) => when(server.last_seen) },
]

/** The part of the page on servers; with a port only those on it. */
export class Servers {
  #count = el('p', { class: 'quiet' }, 'Waiting for the first answer.')
  #table = new Table('Servers on forgotten ports', COLUMNS, (server) => `${server.address} ${server.port} ${server.transport}`, { empty: 'No server fits.' })
  #listing

  constructor(root, port = null) {
    const fields = port === null ? FIELDS : FIELDS.filter(({ name }) => name === 'address')
    const form = filters('Filter servers', fields, () => this.#listing.renew())
    this.#listing = new Listing('servers', '/api/servers', port === null ? {} : { port }, form, (items) => this.#show(items))
    root.append(el('div', { class: 'lead' }, this.#count, form.node), this.#table.node)
  }

  /** Takes the servers that came with the events. */
  arrived(answer) {
    return this.#listing.arrived(answer)
  }

  #show(items) {
    text(this.#count, items.length
      ? `${counted(items, 'server', 'servers')} on ports that the registry does not list, has reserved, or knows nothing but a name of`
      : 'No host has answered on a forgotten port.')
    this.#table.show(items)
  }
}
