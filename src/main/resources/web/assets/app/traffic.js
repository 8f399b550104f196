// What flows: per minute and in sum, by service and by range.

import { MinuteChart } from './chart.js'
import { el } from './dom.js'
import { bytes, clock, number, safe, time, words } from './format.js'
import { foreign, serviceLink, size } from './parts.js'
import { COUNTS, minutesOf, seriesOf, serviceName, sumsBy } from './sums.js'
import { Table } from './table.js'

const MOST_SERVICES = 8
const NUMBERS = COUNTS.map((count) => ({
  name: count, number: true, value: (sum) => sum[count], show: (sum) => (count === 'bytes' ? size(sum.bytes) : number(sum[count])),
}))

/** The part of the page on traffic; `show` takes an answer of /api/traffic by minute, service and range. */
export class Traffic {
  #answer = null
  #count = 'flows'
  #line = el('p', { class: 'quiet' }, 'Waiting for the first flows.')
  #services = new MinuteChart()
  #ranges = new MinuteChart()
  #byService = new Table('Traffic by service', [{ name: 'service', first: true, value: (sum) => serviceName(sum.item), show: named }, { name: 'range', value: (sum) => rangeName(sum.item) }, ...NUMBERS],
    (sum) => sum.key, { sorted: { place: 2, down: true }, cards: false })
  #byRange = new Table('Traffic by range', [{ name: 'range', first: true, value: (sum) => rangeName(sum.item) }, ...NUMBERS], (sum) => sum.key, { sorted: { place: 1, down: true }, cards: false })
  #byMinute = new Table('Traffic by minute and range', [{ name: 'minute', first: true, value: (sum) => time(sum.item.minute) }, { name: 'range', value: (sum) => rangeName(sum.item) }, ...NUMBERS], (sum) => sum.key, { cards: false })

  constructor(root) {
    root.append(
      el('div', { class: 'lead' }, this.#line, this.#choice()),
      el('div', { class: 'charts' }, this.#services.node, this.#ranges.node),
      el('div', { class: 'tables' }, this.#byService.node, el('div', {}, this.#byRange.node, el('details', {}, el('summary', {}, 'Numbers per minute'), this.#byMinute.node))))
  }

  /** Shows an answer. */
  show(answer) {
    this.#answer = answer
    const { items } = answer
    this.#byService.show(sumsBy(items, (item) => `${serviceName(item)} ${item.range}`))
    this.#byRange.show(sumsBy(items, rangeName))
    this.#byMinute.show(sumsBy(items, (item) => `${item.minute} ${item.range}`).sort((left, right) => (left.key < right.key ? 1 : -1)))
    this.#charts()
  }

  #choice() {
    const choose = (count) => {
      this.#count = count
      if (this.#answer) {
        this.#charts()
      }
    }
    return el('fieldset', { class: 'choice' }, el('legend', {}, 'Charts show'), COUNTS.map((count) => el('label', {},
      el('input', { type: 'radio', name: 'count', value: count, checked: count === this.#count, onchange: () => choose(count) }), count)))
  }

  #charts() {
    const { items, from, to } = this.#answer
    const total = items.reduce((sum, item) => sum + item[this.#count], 0)
    const all = `${number(items.reduce((sum, item) => sum + item.flows, 0))} flows`
    this.#line.textContent = items.length ? `${all} in the newest hour with traffic, ${time(from)} to ${clock(to)}` : 'No flow has been labelled yet.'
    const minutes = items.length ? minutesOf(this.#answer) : []
    const draw = (chart, what, series) => chart.show(`${this.#count} per minute, by ${what}`, this.#count, minutes, series, describe(series, what, this.#count, total))
    draw(this.#services, 'service', seriesOf(items, serviceName, this.#count, minutes, MOST_SERVICES))
    draw(this.#ranges, 'range', seriesOf(items, rangeName, this.#count, minutes, MOST_SERVICES))
  }
}

function named(sum) {
  const name = serviceName(sum.item)
  return sum.item.service ? serviceLink(name) : foreign(name)
}

function rangeName(item) {
  return item.range === 'NONE' ? 'no ports' : item.range ? words(item.range) : 'unknown'
}

function describe(series, what, count, total) {
  const value = (sum) => (count === 'bytes' ? bytes(sum) : number(sum))
  const parts = series.slice(0, 5).map(({ name, values }) => `${safe(name, 40)} ${value(values.reduce((sum, each) => sum + each, 0))}`)
  return `Stacked bars of ${count} per minute by ${what}, ${value(total)} in all: ${parts.join(', ')}. The table below has the numbers.`
}
