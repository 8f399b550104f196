// How values are written: numbers, sizes, times, and strings that come from other people's traffic.

const NUMBER = new Intl.NumberFormat('en-GB')
const SHORT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
const SPANS = [['second', 60], ['minute', 60], ['hour', 24], ['day', 30.44], ['month', 12], ['year', Infinity]]
const LONGEST = 300

/** With thousands separators. */
export function number(value) {
  return NUMBER.format(value)
}

/** A number of bytes in the unit that suits it, of 1,000 each. */
export function bytes(value) {
  let unit = 0
  let left = value
  while (left >= 999.95 && unit < UNITS.length - 1) {
    left /= 1000
    unit++
  }
  return `${unit === 0 ? NUMBER.format(left) : SHORT.format(left)} ${UNITS[unit]}`
}

/** A count in the fewest characters, for an axis. */
export function short(value) {
  return new Intl.NumberFormat('en-GB', { notation: 'compact' }).format(value)
}

/** ISO 8601 in UTC, to the second. */
export function time(iso) {
  return iso ? `${iso.slice(0, 19)}Z` : ''
}

/** Hours and minutes in UTC. */
export function clock(iso) {
  return iso.slice(11, 16)
}

/** How long ago, in words. */
export function ago(iso, now = Date.now()) {
  let left = (Date.parse(iso) - now) / 1000
  for (const [unit, size] of SPANS) {
    if (Math.abs(left) < size) {
      return RELATIVE.format(Math.round(left), unit)
    }
    left /= size
  }
  return ''
}

/** A length of time, from milliseconds. */
export function span(millis) {
  const seconds = millis / 1000
  if (seconds < 120) {
    return `${SHORT.format(seconds)} s`
  }
  return seconds < 7200 ? `${SHORT.format(seconds / 60)} min` : `${SHORT.format(seconds / 3600)} h`
}

/** A symbol of an enumeration as words: `OWN_SERVICE` becomes `own service`. It is believed no more than other strings. */
export function words(symbol) {
  return safe(symbol, 60).toLowerCase().replaceAll('_', ' ')
}

/**
 * A string of unknown origin, so that all of it is seen and none of it acts: control and bidirectional characters are
 * written as their numbers, and what is long is cut, with its length.
 */
export function safe(value, longest = LONGEST) {
  const whole = String(value ?? '')
  const cut = whole.length > longest ? `${whole.slice(0, longest)}... (${number(whole.length)} characters)` : whole
  return cut.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped)
}

function escaped(character) {
  return character === '\n' ? '\n' : `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`
}

/** The address of a web page that may be linked; nothing but http and https, and RFCs by their numbers. */
export function link(reference) {
  const bare = String(reference ?? '').trim().replace(/^\[|\]$/g, '')
  const rfc = /^RFC[ -]?(\d{1,5})$/i.exec(bare)
  if (rfc) {
    return `https://www.rfc-editor.org/rfc/rfc${rfc[1]}`
  }
  return /^https?:\/\//i.test(bare) && URL.canParse(bare) ? new URL(bare).href : null
}
