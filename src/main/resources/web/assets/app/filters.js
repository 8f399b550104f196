// A row of filters above a list.

import { el } from './dom.js'

const PAUSE = 250

/**
 * A form of fields `{ name, label, options }` (options `[value, text]` make it a choice, others are typed), and how to
 * read it; `changed` is called a moment after the reader has changed something.
 */
export function filters(label, fields, changed) {
  let timer = 0
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, PAUSE)
  }
  const form = el('form', { class: 'filters', 'aria-label': label, onsubmit: (event) => event.preventDefault(), oninput: later },
    fields.map((field) => control(`${label}-${field.name}`.replaceAll(' ', '-'), field)),
    el('button', { type: 'reset', onclick: later }, 'Clear'))
  const read = () => Object.fromEntries(fields.map(({ name }) => [name, form.elements[name].value.trim()]))
  return { node: form, read }
}

function control(id, { name, label, options, ...more }) {
  const input = options
    ? el('select', { id, name }, options.map(([value, shown]) => el('option', { value }, shown)))
    : el('input', { id, name, autocomplete: 'off', spellcheck: 'false', ...more })
  return el('div', {}, el('label', { for: id }, label), input)
}
