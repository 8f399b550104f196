// The picture of a topology: topics, stages and stores in layers, from left to right or, on a narrow page, downwards.

import { svg } from './dom.js'
import { contracted, layered } from './graph.js'
import { safe } from './format.js'

const SIZES = { across: { width: 104, height: 44, along: 128, beside: 60 }, down: { width: 104, height: 44, along: 76, beside: 110 } }
const MARGIN = 4
const LINE = 15

/**
 * Draws a graph.
 *
 * @param across whether the layers follow each other from left to right
 * @param below gives the second line of a node, an empty string for none
 */
export function picture(graph, across, below) {
  const reduced = contracted(graph)
  const { layers, paths } = layered(reduced)
  const sizes = across ? SIZES.across : SIZES.down
  const spots = place(layers, across, sizes)
  const widest = Math.max(...layers.map((layer) => layer.length), 1)
  const along = (layers.length - 1) * sizes.along
  const beside = (widest - 1) * sizes.beside
  const width = (across ? along : beside) + sizes.width + 2 * MARGIN
  const height = (across ? beside : along) + sizes.height + 2 * MARGIN
  return svg('svg', { class: across ? 'picture across' : 'picture', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true', focusable: 'false' },
    svg('defs', {}, svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' }, svg('path', { d: 'M0 0L8 4L0 8z' }))),
    paths.map((path) => edge(path.map((id) => spots.get(id)), across, sizes)),
    reduced.nodes.map((node) => box(node, spots.get(node.id), sizes, below(node))))
}

function place(layers, across, sizes) {
  const widest = Math.max(...layers.map((layer) => layer.length))
  const spots = new Map()
  layers.forEach((layer, rank) => layer.forEach((id, index) => {
    const beside = (index + (widest - layer.length) / 2) * sizes.beside
    const along = rank * sizes.along
    spots.set(id, { x: MARGIN + sizes.width / 2 + (across ? along : beside), y: MARGIN + sizes.height / 2 + (across ? beside : along) })
  }))
  return spots
}

function edge(spots, across, { width, height }) {
  const last = spots.length - 1
  const points = spots.map(({ x, y }, index) => {
    const side = index === 0 ? 1 : index === last ? -1 : 0
    return across ? { x: x + side * width / 2, y } : { x, y: y + side * height / 2 }
  })
  const parts = points.slice(1).map((to, index) => curve(points[index], to, across))
  return svg('path', { class: 'edge', d: `M${points[0].x} ${points[0].y}${parts.join('')}`, 'marker-end': 'url(#arrow)' })
}

function curve(from, to, across) {
  const half = across ? (to.x - from.x) / 2 : (to.y - from.y) / 2
  return across
    ? `C${from.x + half} ${from.y} ${to.x - half} ${to.y} ${to.x} ${to.y}`
    : `C${from.x} ${from.y + half} ${to.x} ${to.y - half} ${to.x} ${to.y}`
}

function box({ name, kind }, { x, y }, { width, height }, second) {
  const names = lines(safe(name, 34))
  const top = y + 4 - 6.5 * (names.length - (second ? 0 : 1))
  const line = (shown, index) => svg('text', { x, y: top + 13 * index, class: index < names.length ? 'name' : 'second' }, shown)
  return svg('g', { class: `node ${kind}` },
    svg('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: { topic: 3, store: height / 2, stage: 8 }[kind] }),
    svg('title', {}, `${kind} ${safe(name)}`),
    [...names, ...(second ? [second] : [])].map(line))
}

// A long name in two lines, parted at the hyphen nearest to its middle.
function lines(name) {
  const hyphens = [...name.matchAll(/-/g)].map(({ index }) => index + 1)
  if (name.length <= LINE || !hyphens.length) {
    return [name]
  }
  const far = (at) => Math.abs(at - name.length / 2)
  const at = hyphens.reduce((best, each) => (far(each) < far(best) ? each : best))
  return [name.slice(0, at), name.slice(at)]
}
