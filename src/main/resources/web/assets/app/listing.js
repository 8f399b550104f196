// A list that comes with the events, or, while a filter is set, from the question that the filter asks.

import { get } from './api.js'
import { number } from './format.js'
import { completeness, notice } from './notices.js'
import { steady } from './steady.js'

/** What alerts and servers have in common: an answer to show, filters, and questions that overtake each other. */
export class Listing {
  #name
  #path
  #fixed
  #filters
  #show
  #newest = null
  #asked = 0

  /**
   * @param name of what is listed, in the plural
   * @param fixed parameters that every question has; none means that the events hold what is asked
   * @param filters as `filters` makes them
   * @param show draws the items
   */
  constructor(name, path, fixed, filters, show) {
    this.#name = name
    this.#path = path
    this.#fixed = fixed
    this.#filters = filters
    this.#show = show
  }

  /** Takes an answer that came with the events. */
  arrived(answer) {
    this.#newest = answer
    return this.renew()
  }

  /** Shows what fits the filters of now. */
  async renew() {
    const parameters = { ...this.#fixed, ...this.#filters.read() }
    const asked = ++this.#asked
    if (this.#newest && Object.values(parameters).every((value) => value === '')) {
      this.#draw(this.#newest)
      return
    }
    try {
      const answer = await get(this.#path, parameters)
      // A later question may have been answered before.
      if (asked === this.#asked) {
        notice(`${this.#name} asked`, null)
        this.#draw(answer)
      }
    } catch (failure) {
      if (asked === this.#asked) {
        notice(`${this.#name} asked`, `The ${this.#name} cannot be shown: ${failure.message}`)
      }
    }
  }

  #draw(answer) {
    completeness(this.#name, answer)
    steady(() => this.#show(answer.items))
  }
}

/** How many there are, in words. */
export function counted(items, one, many) {
  return items.length === 1 ? `1 ${one}` : `${number(items.length)} ${many}`
}
