// The stream of events of the server, for as long as the page is open: it is read with fetch, because EventSource cannot
// send a token.

import { ask, Problem } from './api.js'
import { EventStreamParser } from './eventstream.js'

const LONGEST_WAIT = 30_000
// The server says something every 15 seconds.
const SILENCE = 40_000

/**
 * Follows the events. `handlers` has a function for each type of event; `state` is called with `connecting`, `live`, or
 * `waiting` and the milliseconds until the next try.
 */
export async function follow(handlers, state) {
  let base = 1000
  let tries = 0
  for (;;) {
    state('connecting')
    try {
      await read((event) => {
        if (event.retry !== undefined) {
          base = event.retry
        } else {
          tries = 0
          state('live')
          handle(handlers[event.type], event)
        }
      })
    } catch (failure) {
      console.info(`The stream of events ended: ${failure.message}`)
    }
    const wait = Math.min(base * 2 ** tries++, LONGEST_WAIT) * (0.75 + Math.random() / 2)
    state('waiting', wait)
    await new Promise((resolve) => { setTimeout(resolve, wait) })
  }
}

// A part of the page that fails is no reason to give up the stream.
function handle(handler, event) {
  try {
    handler?.(JSON.parse(event.data))
  } catch (failure) {
    console.error(`Event ${event.type}:`, failure)
  }
}

async function read(tell) {
  const ending = new AbortController()
  let watch = 0
  const heard = () => {
    clearTimeout(watch)
    watch = setTimeout(() => ending.abort(new Error('the server is silent')), SILENCE)
  }
  try {
    heard()
    const answer = await ask('/api/events', { headers: { Accept: 'text/event-stream' }, signal: ending.signal })
    if (!answer.ok) {
      throw new Problem(answer.status, `the server answered ${answer.status}`)
    }
    const parser = new EventStreamParser(tell)
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard()
      parser.push(piece.value)
    }
  } finally {
    clearTimeout(watch)
  }
}
