import type { PolicyInput } from '../../contract/inputs-policy';
import { CallRefused } from '../../contract/refusal';
import { wordUnknownName } from '../../contract/wording/refusals';
import { knownLinksOf, withKnownLinks } from '../../domain/policy/known-links';
import type { Policy } from '../../domain/policy/policy';
import {
  linkKey,
  typeKey,
  type LinkTypeFact,
  type WaitingLink,
  type WaitsFor,
  type WorkItemType,
} from '../../domain/policy/scope';
import type { ListedIssueType } from '../policy/ports';
import type { Jira } from '../ports';

export interface ResolvePorts {
  readonly jira: Pick<Jira, 'issueTypes' | 'linkTypes' | 'fieldIds' | 'projectId'>;
}

/** What Jira has that a policy may name, in the language of whoever asks. */
export interface KnownNames {
  readonly types: readonly ListedIssueType[];
  readonly links: readonly LinkTypeFact[];
  readonly fieldIds: readonly string[];
  /** Id of the project the policy is for; null for the site's. */
  readonly projectId: string | null;
}

/** One wave of four reads, as the person who saves or looks. */
export async function readKnownNames(projectKey: string | null, { jira }: ResolvePorts): Promise<KnownNames> {
  const [types, links, fieldIds, projectId] = await Promise.all([
    jira.issueTypes('user'),
    jira.linkTypes('user'),
    jira.fieldIds('user'),
    projectKey === null ? null : jira.projectId(projectKey),
  ]);
  return { types, links, fieldIds, projectId };
}

const same = (a: string, b: string | undefined): boolean =>
  b !== undefined && a.toLowerCase() === b.toLowerCase();

const refuse = (field: string, message: string): never => {
  throw new CallRefused({ code: 'invalid', field: `policy.${field}`, message });
};

/** Types of a name: the project's own and those that projects share, or else those of other projects. */
function typesNamed(name: string, { types, projectId }: KnownNames): readonly WorkItemType[] {
  const all = types.filter((type) => same(name, type.name) || same(name, type.untranslatedName));
  const near = all.filter((type) => type.projectId === undefined || type.projectId === projectId);
  return (near.length > 0 ? near : all).map(({ id, name: called }) => ({ id, name: called }));
}

function resolveType(
  entry: PolicyInput['workItemTypes'][number],
  index: number,
  names: KnownNames,
  before: ReadonlySet<string>,
): readonly WorkItemType[] {
  const field = `workItemTypes.${index}`;
  const known = names.types.map(({ name }) => name);
  if (typeof entry !== 'string' && 'level' in entry) {
    const exists = names.types.some(({ level }) => level === entry.level) || before.has(typeKey(entry));
    return exists ? [entry] : refuse(field, wordUnknownName('type', `level ${entry.level}`, known));
  }
  if (typeof entry !== 'string' && 'id' in entry) {
    const type = names.types.find(({ id }) => id === entry.id);
    if (type) return [{ id: type.id, name: type.name }];
    const kept = { id: entry.id, name: entry.name ?? entry.id };
    return before.has(typeKey(kept)) ? [kept] : refuse(field, wordUnknownName('type', kept.name, known));
  }
  const name = typeof entry === 'string' ? entry : entry.named;
  const found = typesNamed(name, names);
  if (found.length > 0) return found;
  return before.has(typeKey({ named: name }))
    ? [{ named: name }]
    : refuse(field, wordUnknownName('type', name, known));
}

const DIRECTIONS = ['inward', 'outward'] as const;

function resolveLink(
  entry: Exclude<PolicyInput['waitsFor'], string>[number],
  index: number,
  { links }: KnownNames,
  before: ReadonlyMap<string, WaitingLink>,
): WaitingLink {
  const field = `waitsFor.${index}`;
  const known = links.flatMap(({ inward, outward }) => [inward, outward]);
  if (typeof entry === 'string') {
    for (const link of links) {
      const direction = DIRECTIONS.find((side) => same(entry, link[side]));
      if (direction) return { linkTypeId: link.id, direction, words: link[direction] };
    }
    return refuse(field, wordUnknownName('link', entry, known));
  }
  const { linkTypeId, direction } = entry;
  const link = links.find(({ id }) => id === linkTypeId);
  if (link) return { linkTypeId, direction, words: link[direction] };
  const kept = before.get(linkKey({ linkTypeId, direction, words: '' }));
  return kept ?? refuse(field, wordUnknownName('link', entry.words ?? linkTypeId, known));
}

/**
 * A policy by ids, from one that may name types and links in the caller's language. What the saved policy holds already
 * stays, also where Jira no longer knows it; anything else unknown is refused.
 *
 * @throws CallRefused `invalid`, with the field and what there is instead.
 */
export function resolvePolicy(input: PolicyInput, before: Policy, names: KnownNames): Policy {
  const typesBefore = new Set(before.workItemTypes.map(typeKey));
  const linksBefore = new Map(
    before.waitsFor === 'by-words' ? [] : before.waitsFor.map((link) => [linkKey(link), link] as const),
  );
  const types = input.workItemTypes.flatMap((entry, index) => resolveType(entry, index, names, typesBefore));
  const waitsFor: WaitsFor =
    input.waitsFor === 'by-words'
      ? 'by-words'
      : [
          ...new Map(
            input.waitsFor
              .map((entry, index) => resolveLink(entry, index, names, linksBefore))
              .map((link) => [linkKey(link), link]),
          ).values(),
        ];
  const { ownerSource } = input;
  if (
    ownerSource.kind === 'field' &&
    !names.fieldIds.includes(ownerSource.fieldId) &&
    !(before.ownerSource.kind === 'field' && before.ownerSource.fieldId === ownerSource.fieldId)
  ) {
    refuse('ownerSource.fieldId', wordUnknownName('field', ownerSource.fieldId, []));
  }
  const policy: Policy = {
    ...input,
    workItemTypes: [...new Map(types.map((type) => [typeKey(type), type])).values()],
    waitsFor,
  };
  return withKnownLinks(policy, knownLinksOf(before));
}
