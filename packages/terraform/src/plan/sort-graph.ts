import type { Vertex } from './vertex.ts';

/** The vertices of a graph in an order that puts what is needed first, and the groups that need each other in a circle. */
export interface SortedGraph {
  readonly order: readonly Vertex[];
  readonly cycles: readonly (readonly Vertex[])[];
}

/** Tarjan's strongly connected components, with an explicit stack: a chain of any length is no deeper than one call. */
export function sortGraph(vertices: readonly Vertex[]): SortedGraph {
  const order: Vertex[] = [];
  const cycles: (readonly Vertex[])[] = [];
  const states = new Map<Vertex, State>();
  const open: Vertex[] = [];
  let counter = 0;
  for (const start of vertices) {
    if (states.has(start)) continue;
    const work: Visit[] = [];
    const enter = (vertex: Vertex): void => {
      const state = { index: counter, low: counter, isOpen: true };
      counter++;
      states.set(vertex, state);
      open.push(vertex);
      work.push({ vertex, state, rest: vertex.dependencies.values() });
    };
    enter(start);
    for (let visit = work.at(-1); visit !== undefined; visit = work.at(-1)) {
      const { value: needed, done } = visit.rest.next();
      if (done !== true) {
        const known = states.get(needed);
        if (known === undefined) enter(needed);
        else if (known.isOpen) visit.state.low = Math.min(visit.state.low, known.index);
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) parent.state.low = Math.min(parent.state.low, visit.state.low);
      if (visit.state.low !== visit.state.index) continue;
      const component: Vertex[] = [];
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        const state = states.get(member);
        if (state !== undefined) state.isOpen = false;
        component.push(member);
        if (member === visit.vertex) break;
      }
      order.push(...component);
      if (component.length > 1) cycles.push(component);
    }
  }
  return { order, cycles };
}

interface State {
  readonly index: number;
  low: number;
  isOpen: boolean;
}

interface Visit {
  readonly vertex: Vertex;
  readonly state: State;
  readonly rest: SetIterator<Vertex>;
}
