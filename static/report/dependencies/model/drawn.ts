import {
  broughtBy,
  type GraphLine,
  type GraphNode,
  type PromiseGraph,
} from '../../../../src/domain/report/graph/graph';

/** What a person can still read in one picture. */
export const MOST_DRAWN = 120;

export interface Drawn {
  readonly nodes: readonly GraphNode[];
  readonly lines: readonly GraphLine[];
}

/** All of it where it is little; else what is nearest to the longest chain, step by step, up to `most` nodes. */
export function drawn({ nodes, lines, longest }: PromiseGraph, most = MOST_DRAWN): Drawn {
  if (nodes.length <= most) return { nodes, lines };
  const beside = new Map<string, string[]>();
  const join = (one: string, other: string): void => {
    beside.set(one, [...(beside.get(one) ?? []), other]);
  };
  for (const line of lines) {
    join(line.issueKey, broughtBy(line));
    join(broughtBy(line), line.issueKey);
  }
  const chosen = new Set(longest.flatMap((line) => [line.issueKey, broughtBy(line)]).slice(0, most));
  for (const name of chosen) {
    for (const next of beside.get(name) ?? []) if (chosen.size < most) chosen.add(next);
  }
  return {
    nodes: nodes.filter(({ name }) => chosen.has(name)),
    lines: lines.filter((line) => chosen.has(line.issueKey) && chosen.has(broughtBy(line))),
  };
}
