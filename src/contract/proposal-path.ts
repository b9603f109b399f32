import type { Reinforcement } from '../domain/report/drift/reinforcements';
import type { OwnerSource, Policy } from '../domain/policy/policy';
import { typeKey, type WorkItemType } from '../domain/policy/scope';
import { pathOfReinforcement, reinforcementAt } from './reinforcement-path';

/** A change that another page proposes to a policy. */
export type ProposedChange =
  | Reinforcement
  | { readonly kind: 'owner-source'; readonly from: OwnerSource; readonly to: OwnerSource }
  | { readonly kind: 'type-added'; readonly type: WorkItemType }
  | { readonly kind: 'type-removed'; readonly type: WorkItemType };

const START = 'try/';
const AND = '/and/';

/** Names may hold anything; `and` alone between two slashes would end one. */
const coded = (name: string): string => encodeURIComponent(name.toLowerCase() === 'and' ? ` ${name}` : name);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text).trim() || null;
  } catch {
    return null;
  }
}

/** `level/1`, or `10001/Story`: the id decides, the name is for showing. */
function codedType(type: WorkItemType): string {
  if ('level' in type) return `level/${type.level}`;
  return 'id' in type ? `${type.id}/${coded(type.name)}` : `named/${coded(type.named)}`;
}

function typeAt(first: string, second: string): WorkItemType | null {
  if (first === 'level') return /^-?[0-9]{1,2}$/.test(second) ? { level: Number(second) } : null;
  const name = decoded(second);
  if (name === null) return null;
  if (first === 'named') return { named: name };
  return /^[0-9]{1,20}$/.test(first) ? { id: first, name } : null;
}

function partOf(change: ProposedChange): string {
  switch (change.kind) {
    case 'owner-source':
      return `owner/${change.to.kind === 'field' ? `field/${change.to.fieldId}` : change.to.kind}`;
    case 'type-added':
      return `type/${codedType(change.type)}`;
    case 'type-removed':
      return `no-type/${codedType(change.type)}`;
    default:
      return pathOfReinforcement(change).slice(START.length);
  }
}

/** Some changes as part of the policy page's address: `try/mode/enforce/and/type/10001/Story`. */
export const pathOfProposal = (changes: readonly ProposedChange[]): string =>
  `${START}${changes.map(partOf).join(AND)}`;

function sourceAt(kind: string, fieldId: string | undefined): OwnerSource | null {
  if (kind === 'charter' || kind === 'assignee') return { kind };
  return kind === 'field' && /^[a-z]+(_[0-9]+)?$/.test(fieldId ?? '')
    ? { kind, fieldId: fieldId ?? '' }
    : null;
}

function changeAt(part: string, policy: Policy): ProposedChange | null {
  const [kind, first = '', second] = part.split('/');
  if (kind === 'owner') {
    const [from, to] = [policy.ownerSource, sourceAt(first, second)];
    return to && JSON.stringify(to) !== JSON.stringify(from) ? { kind: 'owner-source', from, to } : null;
  }
  if (kind === 'type' || kind === 'no-type') {
    const type = typeAt(first, second ?? '');
    const has = type !== null && policy.workItemTypes.some((one) => typeKey(one) === typeKey(type));
    if (type === null || has === (kind === 'type')) return null;
    return { kind: kind === 'type' ? 'type-added' : 'type-removed', type };
  }
  return reinforcementAt(`${START}${part}`, policy);
}

/** The changes an address proposes to a policy; what already holds, and what is not understood, is none. */
export function proposalAt(path: string, policy: Policy): readonly ProposedChange[] {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  if (!trimmed.startsWith(START)) return [];
  return trimmed
    .slice(START.length)
    .split(AND)
    .map((part) => changeAt(part, policy))
    .filter((change) => change !== null);
}
