import { changesParent, changesScope } from '../../domain/changelog/scope-history';
import type { Passage } from '../../domain/charter/charter';
import { beginningsOf, type Beginning } from '../../domain/gate/beginnings';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { evaluate } from '../../domain/gate/evaluate';
import { dayZero } from '../../domain/policy/in-force';
import { compareInstants, isBefore, type Instant } from '../../domain/time/time';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import { settledRecord, type RekeyPorts } from '../charter/rekey-charter';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { Clock, Jira } from '../ports';
import type { ItemHistories } from '../report/ports';
import { ownOrNone } from '../subject/own-charter';
import { policyFor } from '../subject/policy-for';
import type { RawWorkItem } from '../subject/ports';
import { readSubject, type SubjectPorts } from '../subject/read-subject';
import { readItemPast, type ItemPast, type ItemPastPorts } from './item-past';

export interface EntryPorts extends SubjectPorts, ItemPastPorts {
  readonly jira: SubjectPorts['jira'] & Pick<Jira, 'issueTypes'>;
  readonly histories: Pick<ItemHistories, 'changelogs' | 'statusCategories'>;
  readonly charters: SubjectPorts['charters'] & RekeyPorts['charters'] & Pick<CharterStore, 'write'>;
  readonly policies: SubjectPorts['policies'] & ItemPastPorts['policies'];
  readonly clock: Clock;
}

interface Known {
  readonly raw: RawWorkItem;
  readonly stored: StoredCharter;
  readonly past: ItemPast;
}

/**
 * Looks whether an item came under policy beyond To Do, whatever brought it there, and records that.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followScope(issueKey: string, ports: EntryPorts): Promise<void> {
  const [raw, found] = await Promise.all([
    ports.jira.workItem('app', issueKey),
    ports.charters.read(issueKey),
  ]);
  if (!raw) return;
  const { stored: underKey, policy } = await settledRecord(raw, found, ports);
  const own = policyFor(policy, raw.projectId);
  const item = raw.toWorkItem(own);
  if (own.decidedBy === undefined || item.status.category === 'new') return;
  if (!isUnderPolicy(own, item.type) && !own.childrenFollow) return;
  const known = {
    raw,
    stored: ownOrNone(underKey, raw.issueId),
    past: await readItemPast(raw, policy, ports),
  };
  await (isUnderPolicy(own, item.type) ? recordEntry(known, ports) : recordChildEntry(known, ports));
}

/** How an item that stands beyond a border came there since the project's day zero; empty where nobody can say. */
async function beginningsSince(
  { raw, past }: Known,
  { histories }: Pick<EntryPorts, 'histories'>,
): Promise<readonly Beginning[]> {
  const zero = dayZero(await past.versionsAfter(past.changes.length - 1));
  if (zero === undefined || raw.createdAt === undefined) return [];
  const { category } = past.item.status;
  const categories = await histories.statusCategories('app');
  const begun = beginningsOf({ createdAt: raw.createdAt, category }, past.changes, categories);
  return (begun ?? []).filter(({ at }) => !isBefore(at, zero));
}

/** Whether it crossed a border, or was made beyond it, while its project's policy did not ask about it. */
async function wasOutside({ index, at }: Beginning, past: ItemPast): Promise<boolean> {
  // What is created beyond a border meets no gate, whatever covers it.
  return index < 0 || (await past.isUnderPolicyAfter(index - 1, at)) === false;
}

/** When it first was under policy after it had begun. */
async function enteredAt({ index, at }: Beginning, past: ItemPast): Promise<Instant | undefined> {
  const last = past.changes.length - 1;
  const versions = await past.versionsAfter(last);
  const moments = [
    { at, index },
    ...past.changes.flatMap((change, place) =>
      place > index && changesScope(change) ? [{ at: change.at, index: place }] : [],
    ),
    ...[...versions.project, ...versions.site]
      .filter(({ savedAt }) => isBefore(at, savedAt))
      .map(({ savedAt }) => ({
        at: savedAt,
        index: past.changes.findLastIndex((change) => !isBefore(savedAt, change.at)),
      })),
  ].sort((a, b) => compareInstants(a.at, b.at));
  for (const moment of moments) {
    if (await past.isUnderPolicyAfter(moment.index, moment.at)) return moment.at;
  }
  return undefined;
}

/**
 * Records, once and without a culprit, that an item under policy had begun before it came under it. Nothing where it began
 * before the project's day zero, where it began under the policy, or where that cannot be known.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function recordEntry(known: Known, ports: EntryPorts): Promise<void> {
  const { raw, stored, past } = known;
  if (!(await past.isUnderPolicyAfter(past.changes.length - 1, ports.clock.now()))) return;
  for (const begun of [...(await beginningsSince(known, ports))].reverse()) {
    const { passages } = stored.charter;
    if (passages.some(({ at, child }) => child === undefined && !isBefore(at, begun.at))) return;
    if (!(await wasOutside(begun, past))) continue;
    const at = await enteredAt(begun, past);
    if (at === undefined) return;
    await record(raw, stored, { at, checkpoint: begun.checkpoint, reason: 'entered', rules: [] }, ports);
    return;
  }
}

/**
 * Records in the charter above that an item that follows it was put under it, or made there, already started, where the
 * one above could not have started.
 */
async function recordChildEntry(known: Known, ports: EntryPorts): Promise<void> {
  const { raw, past } = known;
  const { issueKey } = past.item;
  const [begun] = await beginningsSince(known, ports);
  const placed = past.changes.findLast(changesParent);
  const at =
    placed && begun && !isBefore(placed.at, begun.at) ? placed.at : begun?.index === -1 ? begun.at : null;
  if (!begun || at === null) return;
  const read = await readSubject(issueKey, ports, {
    rule: { checkpoint: 'start', alsoBlock: [], onOutage: 'closed' },
  });
  if (read.kind === 'not-shown') return;
  const gate = evaluate(read.subject, 'start', ports.clock.now());
  const { above } = read.subject;
  if (!above || gate.ofAncestor === undefined || gate.strictVerdict !== 'block') return;
  const { issueKey: aboveKey, issueId } = above.item;
  const stored = ownOrNone(await ports.charters.readCharter(aboveKey), issueId);
  const passage = { at, checkpoint: 'start', reason: 'entered', rules: [], child: issueKey } as const;
  if (stored.charter.passages.some(({ child, reason }) => child === issueKey && reason === 'entered')) return;
  await record({ ...raw, issueKey: aboveKey, issueId }, stored, passage, ports);
}

async function record(
  { issueKey, issueId }: Pick<RawWorkItem, 'issueKey' | 'issueId'>,
  stored: StoredCharter,
  passage: Passage,
  { charters, clock }: Pick<EntryPorts, 'charters' | 'clock'>,
): Promise<void> {
  await changeAsHoldfast(
    { issueKey, issueId, stored, command: { type: 'record-passage', passage }, now: clock.now() },
    charters,
  );
}
