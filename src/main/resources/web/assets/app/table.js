// A table that can be sorted, read by a screen reader, and shown as cards where there is no room for columns.

import { attribute, el, reconcile, replaced, text } from './dom.js'

const COLLATOR = new Intl.Collator('en-GB', { numeric: true })

/**
 * A table of columns `{ name, value, show, number, first }`: `value` is what is sorted by and compared, `show` makes what
 * is shown of a row (the value as it is without it), `number` says that it is a number, and `first` that it is the row's heading.
 */
export class Table {
  #columns
  #key
  #rows = []
  #sorted
  #body = el('tbody', { role: 'rowgroup' })
  #caption
  #heads
  #empty

  /**
   * @param sorted the column sorted by at first, by its place, and whether downwards; null keeps the order of the rows
   * @param cards whether rows become cards where the page is narrow; few short columns need not
   */
  constructor(caption, columns, key, { sorted = null, empty = 'Nothing yet.', cards = true } = {}) {
    this.#columns = columns
    this.#key = key
    this.#sorted = sorted
    this.#caption = el('caption', {}, caption)
    this.#empty = el('p', { class: 'quiet' }, empty)
    this.#heads = columns.map((column, place) => this.#head(column, place))
    const table = el('table', { role: 'table' }, this.#caption,
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, this.#heads)), this.#body)
    this.node = el('div', { class: cards ? 'table cards' : 'table', role: 'region', tabindex: '0', 'aria-label': caption }, table, this.#empty)
    this.#mark()
  }

  /** Shows other rows under the same columns. */
  show(rows, caption = this.#caption.textContent) {
    this.#rows = rows
    text(this.#caption, caption)
    this.#empty.hidden = rows.length > 0
    this.#draw()
  }

  #head(column, place) {
    const button = el('button', { type: 'button', onclick: () => this.#sort(place) }, column.name)
    return el('th', { scope: 'col', role: 'columnheader', class: column.number ? 'number' : null }, button)
  }

  #sort(place) {
    const down = this.#sorted?.place === place ? !this.#sorted.down : Boolean(this.#columns[place].number)
    this.#sorted = { place, down }
    this.#mark()
    this.#draw()
  }

  #mark() {
    this.#heads.forEach((head, place) => {
      const here = this.#sorted?.place === place
      attribute(head, 'aria-sort', here ? (this.#sorted.down ? 'descending' : 'ascending') : null)
    })
  }

  #draw() {
    reconcile(this.#body, this.#order(), this.#key, () => this.#row(), (node, row) => this.#update(node, row))
  }

  #order() {
    if (!this.#sorted) {
      return this.#rows
    }
    const { place, down } = this.#sorted
    const { value } = this.#columns[place]
    return [...this.#rows].sort((left, right) => (down ? -1 : 1) * compare(value(left), value(right)))
  }

  #row() {
    return el('tr', { role: 'row' }, this.#columns.map((column) => el(column.first ? 'th' : 'td', {
      scope: column.first ? 'row' : null,
      role: column.first ? 'rowheader' : 'cell',
      class: column.number ? 'number' : null,
      'data-label': column.name,
    })))
  }

  #update(node, row) {
    this.#columns.forEach((column, place) => {
      replaced(node.children[place], [column.value(row), column.state?.(row)], () => [column.show ? column.show(row) : String(column.value(row) ?? '-')])
    })
  }
}

function compare(left, right) {
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right
  }
  return COLLATOR.compare(String(left ?? ''), String(right ?? ''))
}
