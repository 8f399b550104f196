// The format of server-sent events (WHATWG HTML, section 9.2.6), read from text that comes in pieces.

/** Takes text as it comes, and tells each event and each reconnection time. */
export class EventStreamParser {
  #rest = ''
  #data = []
  #type = ''
  #id = ''
  #tell

  /** @param tell what is called with `{ type, data, id }` or `{ retry }` */
  constructor(tell) {
    this.#tell = tell
  }

  /** Takes the next piece. */
  push(piece) {
    this.#rest += piece
    // A CR at the very end may be half of a CR LF.
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop()
    lines.forEach((line) => this.#line(line))
  }

  #line(line) {
    if (line === '') {
      this.#dispatch()
    } else if (!line.startsWith(':')) {
      const [, name, value] = /^([^:]*):? ?(.*)$/s.exec(line)
      this.#field(name, value)
    }
  }

  #field(name, value) {
    if (name === 'data') {
      this.#data.push(value)
    } else if (name === 'event') {
      this.#type = value
    } else if (name === 'id' && !value.includes('\0')) {
      this.#id = value
    } else if (name === 'retry' && /^\d+$/.test(value)) {
      this.#tell({ retry: Number(value) })
    }
  }

  #dispatch() {
    if (this.#data.length) {
      this.#tell({ type: this.#type || 'message', data: this.#data.join('\n'), id: this.#id })
    }
    this.#data = []
    this.#type = ''
  }
}
