import { Graph, layout } from '@dagrejs/dagre';
import { broughtBy, type GraphLine, type GraphNode } from '../../../../src/domain/report/graph/graph';
import type { Drawn } from './drawn';

/** Pixels of a box. */
export const BOX = { width: 150, height: 48 };
const GAP = { between: 16, along: 56, around: 8 };

export interface Box {
  readonly node: GraphNode;
  /** Its upper left corner, in pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Arrow {
  readonly line: GraphLine;
  /** From what waits to what brings it, in pixels. */
  readonly points: readonly (readonly [number, number])[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** Where everything stands: what waits on the left, what it rests on to the right of it. */
export function pictureOf({ nodes, lines }: Drawn): Picture {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: GAP.between,
    ranksep: GAP.along,
    marginx: GAP.around,
    marginy: GAP.around,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of nodes) graph.setNode(name, { ...BOX });
  lines.forEach((line, at) => graph.setEdge(line.issueKey, broughtBy(line), {}, String(at)));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width,
    height,
    boxes: nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.name) as { readonly x?: number; readonly y?: number };
      return { node, x: x - BOX.width / 2, y: y - BOX.height / 2 };
    }),
    arrows: lines.map((line, at) => {
      const edge = graph.edge(line.issueKey, broughtBy(line), String(at)) as {
        readonly points?: readonly { readonly x: number; readonly y: number }[];
      };
      return { line, points: (edge.points ?? []).map(({ x, y }) => [x, y] as const) };
    }),
  };
}
