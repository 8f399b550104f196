// A stacked chart of numbers per minute, drawn by Chart.js (the global `Chart`), with a legend of our own.

import { el, replaced, text } from './dom.js'
import { bytes, clock, number, safe, short } from './format.js'

/** A chart with a title; `class` of its swatches is `series-0` and so on, where the colours stand. */
export class MinuteChart {
  #chart
  #title = el('span', {})
  #legend = el('ul', { class: 'legend' })
  #canvas = el('canvas', { role: 'img' })
  #count = 'flows'

  constructor() {
    this.node = el('figure', { class: 'chart' }, el('figcaption', {}, this.#title), el('div', { class: 'canvas' }, this.#canvas), this.#legend)
    document.addEventListener('scheme', () => this.#recolour())
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#recolour())
  }

  /** Shows series `{ name, values }` of these minutes. The node has to be in the document by now. */
  show(title, count, minutes, series, description) {
    text(this.#title, title)
    this.#count = count
    this.#canvas.setAttribute('aria-label', description)
    replaced(this.#legend, series.map(({ name }) => name), () => series.map(({ name }, place) =>
      el('li', {}, el('span', { class: `swatch series-${place}`, 'aria-hidden': 'true' }), el('bdi', {}, safe(name, 40)))))
    this.#chart ??= this.#create()
    this.#chart.data.labels = minutes.map(clock)
    this.#chart.data.datasets = series.map(({ name, values }) => ({ label: safe(name, 40), data: values }))
    this.#recolour()
  }

  #create() {
    const unit = (value) => (this.#count === 'bytes' ? bytes(value) : number(value))
    return new Chart(this.#canvas, {
      type: 'bar',
      data: { labels: [], datasets: [] },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        datasets: { bar: { categoryPercentage: 1, barPercentage: 0.9 } },
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
          y: { stacked: true, beginAtZero: true, border: { display: false }, ticks: { maxTicksLimit: 5, callback: (value) => (this.#count === 'bytes' ? bytes(value) : short(value)) } },
        },
        plugins: {
          legend: { display: false },
          tooltip: { filter: (item) => item.raw > 0, callbacks: { label: (item) => ` ${item.dataset.label}: ${unit(item.raw)}` } },
        },
      },
    })
  }

  /** Takes the colours from the style sheet, where both schemes are. */
  #recolour() {
    if (!this.#chart) {
      return
    }
    const style = getComputedStyle(this.node)
    this.#legend.querySelectorAll('.swatch').forEach((swatch, place) => {
      this.#chart.data.datasets[place].backgroundColor = getComputedStyle(swatch).backgroundColor
    })
    const { x, y } = this.#chart.options.scales
    x.ticks.color = y.ticks.color = style.color
    y.grid = { color: style.borderTopColor }
    this.#chart.update('none')
  }
}
