// Questions to the server that this page comes from.

import { askToken, authorization } from './token.js'

/** What the server answers when it cannot answer: RFC 9457's problem, as an error. */
export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title)
    this.status = status
    this.title = title
  }
}

/** Asks, with the token if there is one, and once more after the token was asked for. */
export async function ask(path, options = {}) {
  for (;;) {
    const headers = { ...options.headers, ...authorization() }
    const answer = await fetch(path, { ...options, headers, cache: 'no-store' })
    if (answer.status !== 401) {
      return answer
    }
    await askToken(headers.Authorization)
  }
}

/** The JSON of a path; parameters that are empty are left out. */
export async function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''))
  const answer = await ask(query.size ? `${path}?${query}` : path)
  if (!answer.ok) {
    throw await problem(answer)
  }
  return answer.json()
}

/** The state of the process: answered with 503 as well, and without a token. */
export async function ready() {
  const answer = await fetch('/health/ready', { cache: 'no-store' })
  return answer.json()
}

async function problem(answer) {
  try {
    const { title, detail } = await answer.json()
    return new Problem(answer.status, title ?? answer.statusText, detail)
  } catch {
    return new Problem(answer.status, `The server answered ${answer.status} ${answer.statusText}`)
  }
}
