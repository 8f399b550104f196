// Sums over the items of an answer about traffic.

const MINUTE = 60_000

/** What is counted of flows. */
export const COUNTS = ['flows', 'bytes', 'packets']

/** The name that flows are shown under: the service, or what is known in its place. */
export function serviceName(item) {
  if (item.service !== null && item.service !== undefined) {
    return item.service
  }
  if (item.range === null || item.range === undefined) {
    return '(server unknown)'
  }
  return item.range === 'NONE' ? '(no ports)' : '(no service)'
}

/** Items summed up by what `name` gives, most flows first. */
export function sumsBy(items, name) {
  const sums = new Map()
  for (const item of items) {
    const key = name(item)
    const sum = sums.get(key) ?? { key, item, flows: 0, bytes: 0, packets: 0 }
    COUNTS.forEach((count) => { sum[count] += item[count] })
    sums.set(key, sum)
  }
  return [...sums.values()].sort((left, right) => right.flows - left.flows || (left.key < right.key ? -1 : 1))
}

/** The starts of the minutes to draw, as ISO 8601: from the first one with traffic on, and at least a quarter of an hour. */
export function minutesOf({ items, from, to }) {
  const first = Math.min(...items.map(({ minute }) => Date.parse(minute)), Date.parse(to) - 15 * MINUTE)
  const minutes = []
  for (let at = Math.max(first, Date.parse(from)); at < Date.parse(to); at += MINUTE) {
    minutes.push(new Date(at).toISOString())
  }
  return minutes
}

/**
 * A series a name and a number a minute, largest first; all beyond the first `most` are one series `others`.
 *
 * @param count `flows`, `bytes` or `packets`
 */
export function seriesOf(items, name, count, minutes, most) {
  const names = sumsBy(items, name).sort((left, right) => right[count] - left[count]).map((sum) => sum.key)
  const shown = names.length > most + 1 ? names.slice(0, most) : names
  const series = new Map(shown.map((each) => [each, minutes.map(() => 0)]))
  if (shown.length < names.length) {
    series.set('others', minutes.map(() => 0))
  }
  const places = new Map(minutes.map((minute, place) => [Date.parse(minute), place]))
  for (const item of items) {
    const place = places.get(Date.parse(item.minute))
    const values = series.get(name(item)) ?? series.get('others')
    if (place !== undefined) {
      values[place] += item[count]
    }
  }
  return [...series].map(([key, values]) => ({ name: key, values }))
}
