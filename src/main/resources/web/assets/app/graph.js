// The graph of a topology, read from its Mermaid text, and placed in layers.

const NODE = /^([\w.-]+)(\[\(|\(\[|\[)(.*?)(\)\]|\]\)|\])$/
const KINDS = { '[(': 'topic', '([': 'store', '[': 'stage' }

/** Nodes `{ id, name, kind }` (topic, store or stage) and edges `{ from, to }` of a Mermaid flowchart. */
export function parseGraph(mermaid) {
  const nodes = new Map()
  const edges = []
  for (const line of mermaid.split('\n')) {
    const ends = line.trim().split(' --> ').map((end) => NODE.exec(end))
    if (ends.length === 2 && ends.every(Boolean)) {
      ends.forEach(([, id, bracket, name]) => nodes.set(id, { id, name, kind: KINDS[bracket] }))
      edges.push({ from: ends[0][1], to: ends[1][1] })
    }
  }
  return { nodes: [...nodes.values()], edges }
}

/**
 * The graph without the stages that only read a topic or write one, which become the arrow that they are, and without the
 * stores that a stage has for itself.
 */
export function contracted({ nodes, edges }) {
  const own = new Set(nodes.filter(({ id, kind }) => kind === 'store' && !edges.some(({ from }) => from === id)).map(({ id }) => id))
  let kept = edges.filter(({ to }) => !own.has(to))
  const gone = new Set(own)
  for (const node of nodes.filter(({ id, kind }) => kind === 'stage' && /^(?:read|write|pass)-/.test(id))) {
    const into = kept.filter(({ to }) => to === node.id)
    const out = kept.filter(({ from }) => from === node.id)
    if (into.length && out.length && Math.min(into.length, out.length) === 1) {
      gone.add(node.id)
      const others = kept.filter((edge) => !into.includes(edge) && !out.includes(edge))
      kept = [...others, ...into.flatMap(({ from }) => out.map(({ to }) => ({ from, to })))]
    }
  }
  const distinct = new Map(kept.map((edge) => [`${edge.from} ${edge.to}`, edge]))
  return { nodes: nodes.filter(({ id }) => !gone.has(id)), edges: [...distinct.values()] }
}

/**
 * Places the nodes in layers, each after all that lead to it, and within a layer near what leads to them. An edge that
 * passes a layer has a point of its own there.
 *
 * @returns the layers, lists of node ids and points, and the edges as lists of these
 */
export function layered({ nodes, edges }) {
  const ranks = ranksOf(nodes, edges)
  const layers = Array.from({ length: Math.max(0, ...ranks.values()) + 1 }, () => [])
  nodes.forEach(({ id }) => layers[ranks.get(id)].push(id))
  const paths = edges.filter(({ from, to }) => ranks.get(from) < ranks.get(to)).map(({ from, to }, place) => {
    const path = [from]
    for (let rank = ranks.get(from) + 1; rank < ranks.get(to); rank++) {
      const point = `point ${place} ${rank}`
      layers[rank].push(point)
      path.push(point)
    }
    return [...path, to]
  })
  order(layers, paths)
  return { layers, paths }
}

function ranksOf(nodes, edges) {
  const ranks = new Map(nodes.map(({ id }) => [id, 0]))
  // As many rounds as there are nodes are enough without a cycle, and end one.
  for (let round = 0; round < nodes.length; round++) {
    edges.forEach(({ from, to }) => {
      if (ranks.get(to) <= ranks.get(from) && ranks.get(from) < nodes.length) {
        ranks.set(to, ranks.get(from) + 1)
      }
    })
  }
  return pulled(ranks, edges)
}

// What nothing leads to stands right before the first that it leads to.
function pulled(ranks, edges) {
  for (const id of ranks.keys()) {
    const out = edges.filter(({ from }) => from === id).map(({ to }) => ranks.get(to))
    if (out.length && !edges.some(({ to }) => to === id)) {
      ranks.set(id, Math.max(0, Math.min(...out) - 1))
    }
  }
  return ranks
}

function order(layers, paths) {
  const near = new Map()
  const join = (from, to) => near.set(from, [...(near.get(from) ?? []), to])
  paths.forEach((path) => path.slice(1).forEach((to, place) => {
    join(path[place], to)
    join(to, path[place])
  }))
  for (let round = 0; round < 8; round++) {
    const down = round % 2 === 0
    const places = new Map()
    const note = (layer) => layer.forEach((id, place) => places.set(id, place - (layer.length - 1) / 2))
    const turn = down ? layers : [...layers].reverse()
    turn.forEach((layer) => {
      const wanted = new Map(layer.map((id, place) => [id, middle((near.get(id) ?? []).filter((each) => places.has(each)).map((each) => places.get(each)), place)]))
      layer.sort((left, right) => wanted.get(left) - wanted.get(right))
      note(layer)
    })
  }
}

function middle(values, otherwise) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : otherwise
}
