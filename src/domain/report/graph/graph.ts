import type { IssueKey } from '../../ids';
import { sideKey, type Side } from '../../team/side';
import type { HandoffLine } from '../handoffs/handoffs';

/** What one work item waits for: a promise, or a link that nobody promised. Of people it tells nothing. */
export interface GraphLine extends Omit<HandoffLine, 'providerAccountId'> {}

/** One line as everybody who may see the item may read it. */
export const graphLine = ({ providerAccountId: _person, ...line }: HandoffLine): GraphLine => line;

/**
 * Names what a line leads to: the work item that brings it, else the side that does. No issue key has a space, and every
 * name of a side has one.
 */
export const broughtBy = ({ providerIssueKey, provider }: Pick<GraphLine, 'providerIssueKey' | 'provider'>) =>
  providerIssueKey ?? sideKey(provider);

/** A work item, or a side of whom nobody named a work item. */
export interface GraphNode {
  readonly name: string;
  readonly issueKey?: IssueKey;
  readonly side: Side;
}

/** The promise that the most work items wait for, directly or through others. */
export interface MostAwaited {
  readonly line: GraphLine;
  /** Work items that wait for it. */
  readonly items: number;
}

export interface PromiseGraph {
  readonly nodes: readonly GraphNode[];
  readonly lines: readonly GraphLine[];
  /** Work items of which each waits for itself through the others, each circle in the order of their names. */
  readonly circles: readonly (readonly string[])[];
  /** Lines of which each leads to the item of the next; lines inside a circle are never part of it. */
  readonly longest: readonly GraphLine[];
  /** Null where nothing was promised. */
  readonly mostAwaited: MostAwaited | null;
}

/** Lines of several pages: an item that came with an earlier page is not told twice. */
export function joinedLines(before: readonly GraphLine[], page: readonly GraphLine[]): readonly GraphLine[] {
  const told = new Set(before.map(({ issueKey }) => issueKey));
  return [...before, ...page.filter(({ issueKey }) => !told.has(issueKey))];
}

/** What waits for what, out of all that some items wait for. Cost: items times lines. */
export function graphOf(lines: readonly GraphLine[]): PromiseGraph {
  const nodes = nodesOf(lines);
  const circleOf = circlesOf(nodes, lines);
  const members = new Map<string, string[]>();
  for (const [name, circle] of circleOf) members.set(circle, [...(members.get(circle) ?? []), name]);
  const isCircle = (name: string): boolean =>
    (members.get(circleOf.get(name) ?? name) ?? []).length > 1 ||
    lines.some((line) => line.issueKey === name && broughtBy(line) === name);
  const circles = [...members.values()].filter(([first]) => first !== undefined && isCircle(first));
  const acyclic = lines.filter((line) => circleOf.get(line.issueKey) !== circleOf.get(broughtBy(line)));
  return {
    nodes,
    lines,
    circles: circles.map((names) => names.sort()),
    longest: longestOf(acyclic),
    mostAwaited: mostAwaitedOf(lines),
  };
}

function nodesOf(lines: readonly GraphLine[]): readonly GraphNode[] {
  const nodes = new Map<string, GraphNode>();
  for (const { issueKey, requester } of lines)
    nodes.set(issueKey, { name: issueKey, issueKey, side: requester });
  for (const line of lines) {
    const name = broughtBy(line);
    const { provider: side, providerIssueKey: issueKey } = line;
    if (!nodes.has(name)) nodes.set(name, { name, side, ...(issueKey !== undefined && { issueKey }) });
  }
  return [...nodes.values()];
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(pairs: readonly (readonly [string, string])[]): Neighbours {
  const found = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const known = found.get(from);
    if (known) known.push(to);
    else found.set(from, [to]);
  }
  return found;
}

/** All that can be reached, in the order in which it is left; what `seen` holds is not entered again. */
function walk(start: string, next: Neighbours, seen: Set<string>): readonly string[] {
  if (seen.has(start)) return [];
  seen.add(start);
  const left: string[] = [];
  // No recursion: a chain may be longer than the stack is deep.
  const path = [{ name: start, at: 0 }];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const to = next.get(top.name)?.[top.at];
    top.at += 1;
    if (to === undefined) {
      left.push(top.name);
      path.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      path.push({ name: to, at: 0 });
    }
  }
  return left;
}

/** By name of a node, a name for all that it reaches and that reach it: strongly connected components, after Kosaraju. */
function circlesOf(nodes: readonly GraphNode[], lines: readonly GraphLine[]): ReadonlyMap<string, string> {
  const ahead = neighbours(lines.map((line) => [line.issueKey, broughtBy(line)]));
  const back = neighbours(lines.map((line) => [broughtBy(line), line.issueKey]));
  const seen = new Set<string>();
  const order = nodes.flatMap(({ name }) => walk(name, ahead, seen));
  const placed = new Set<string>();
  const found = new Map<string, string>();
  for (const root of order.reverse()) for (const name of walk(root, back, placed)) found.set(name, root);
  return found;
}

/** The longest way through lines without a circle; of several, the one found first. */
function longestOf(lines: readonly GraphLine[]): readonly GraphLine[] {
  const ahead = neighbours(lines.map((line) => [line.issueKey, broughtBy(line)]));
  const of = new Map<string, GraphLine[]>();
  for (const line of lines) of.set(line.issueKey, [...(of.get(line.issueKey) ?? []), line]);
  const best = new Map<string, { readonly length: number; readonly line: GraphLine }>();
  const lengthFrom = (name: string): number => best.get(name)?.length ?? 0;
  const seen = new Set<string>();
  // What is left first waits for nothing that is left later.
  for (const name of lines.flatMap(({ issueKey }) => walk(issueKey, ahead, seen))) {
    for (const line of of.get(name) ?? []) {
      const length = 1 + lengthFrom(broughtBy(line));
      if (length > lengthFrom(name)) best.set(name, { length, line });
    }
  }
  const [start] = [...best.values()].sort((a, b) => b.length - a.length);
  const chain: GraphLine[] = [];
  for (let step = start?.line; step; step = best.get(broughtBy(step))?.line) chain.push(step);
  return chain;
}

function mostAwaitedOf(lines: readonly GraphLine[]): MostAwaited | null {
  const back = neighbours(lines.map((line) => [broughtBy(line), line.issueKey]));
  const waiting = new Map<string, number>();
  let most: MostAwaited | null = null;
  for (const line of lines) {
    if (line.state === 'no-agreement') continue;
    const items = waiting.get(line.issueKey) ?? walk(line.issueKey, back, new Set()).length;
    waiting.set(line.issueKey, items);
    if (most === null || items > most.items) most = { line, items };
  }
  return most;
}
