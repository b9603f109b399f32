import { blockersEver } from '../../domain/changelog/reading';
import { evaluate } from '../../domain/gate/evaluate';
import type { GateResult } from '../../domain/gate/finding';
import { peopleOfThePast } from '../../domain/gate/people';
import { subjectOf } from '../../domain/gate/build-subject';
import { peopleAsked } from '../../domain/gate/subject';
import { replay } from '../../domain/charter/evolve';
import type { Charter } from '../../domain/charter/charter';
import type { Checkpoint } from '../../domain/policy/rules';
import type { Policy } from '../../domain/policy/policy';
import type { IssueTypeFact } from '../../domain/policy/scope';
import { isErased } from '../../domain/erased';
import { knownLinksOf } from '../../domain/policy/known-links';
import { waitingWords } from '../../domain/policy/scope';
import { itemAt } from '../../domain/report/backtest/judge';
import type { PastItem } from '../../domain/report/backtest/past-item';
import { ownerFieldId } from '../../domain/report/backtest/past-owner';
import { isBefore, type Instant } from '../../domain/time/time';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { Jira } from '../ports';
import { pastBlockers } from '../report/blocker-histories';
import { readCharterHistories } from '../report/charter-histories';
import type { ItemHistories } from '../report/ports';
import type { RawWorkItem } from '../subject/ports';
import { readPeople, type People } from '../subject/read-people';
import type { ItemPast } from './item-past';

export interface JudgePastPorts {
  readonly jira: Pick<Jira, 'linkTypes' | 'people'>;
  readonly histories: Pick<ItemHistories, 'itemsToday' | 'changelogs' | 'statusCategories'>;
  readonly charters: Pick<CharterStore, 'readFor' | 'readLedger'>;
}

/** A moment of an item's past. */
export interface PastMoment {
  readonly at: Instant;
  /** Number of its last change by then, -1 before the first: fields hold what that change led to. */
  readonly index: number;
  readonly type: IssueTypeFact;
}

/** Nobody can say when somebody left: whoever did counts as there. */
const asTheyWere = (people: People): People =>
  Object.fromEntries(
    Object.entries(people).map(([accountId, person]) => [accountId, { ...person, active: true }]),
  );

/** A closed account is taken out of the charter, and of what it was at the move nothing is left. */
const namesErased = ({ dri, agreements }: Charter): boolean =>
  agreements.some(({ providerAccountId }) => isErased(providerAccountId)) ||
  (dri !== null && isErased(dri.accountId));

/** What the charter said at a moment; null where its history is too long to be read for it. */
async function charterAt(
  { issueId, issueKey }: Pick<PastItem, 'issueId' | 'issueKey'>,
  stored: StoredCharter,
  at: Instant,
  { charters }: JudgePastPorts,
): Promise<Charter | null> {
  const isBy = (event: { readonly at: Instant }): boolean => !isBefore(at, event.at);
  if (stored.earlier > 0 && stored.history.every(isBy)) return stored.charter;
  if (stored.earlier === 0) return replay(stored.history.filter(isBy));
  const events = (await readCharterHistories([{ issueId, issueKey }], charters)).get(issueKey);
  return events ? replay(events.filter(isBy)) : null;
}

/**
 * What the gate would have said of an item by the facts of a moment: links and owner are undone from the changelog, the
 * charter from its history, and whoever left since counts as there. What promises rest on is not asked. Null where one of
 * these cannot be known, so that nothing can be said.
 *
 * @param policy the one in force at that moment
 * @throws Unavailable
 */
export async function judgePast(
  {
    raw,
    past,
    stored,
  }: { readonly raw: RawWorkItem; readonly past: ItemPast; readonly stored: StoredCharter },
  { at, index, type }: PastMoment,
  { checkpoint, policy }: { readonly checkpoint: Checkpoint; readonly policy: Policy },
  ports: JudgePastPorts,
): Promise<GateResult | null> {
  const owner = ownerFieldId(policy.ownerSource);
  if (owner !== null && !past.fieldIds.includes(owner)) return null;
  const item = raw.toWorkItem(policy);
  const charter = await charterAt(item, stored, at, ports);
  if (!charter || namesErased(charter)) return null;
  const [linkTypes, categories, people] = await Promise.all([
    policy.waitsFor === 'by-words' ? [] : ports.jira.linkTypes('app'),
    ports.histories.statusCategories('app'),
    readPeople(ports.jira, 'app', peopleAsked({ charter, item }), item.people),
  ]);
  const waits = waitingWords(policy.waitsFor, linkTypes, knownLinksOf(policy));
  const todays = item.blockers.flatMap((one) => (one.hidden ? [] : [one.issueKey]));
  const asked = [...new Set([...todays, ...blockersEver(past.changes, waits)])];
  const blockers = await pastBlockers(asked, [], ports.histories, 'app');
  const then: PastItem = {
    ...item,
    type,
    statusId: item.status.id,
    blockerKeys: todays,
    changes: past.changes,
    charter: stored.history,
  };
  const known = asTheyWere(people);
  const world = { categories, blockers, waits, people: known };
  // No rule asks for the status that an item had: a checkpoint says which border it is about.
  const moment = { at, by: null, fromStatusId: '', kind: checkpoint, index };
  const subject = subjectOf({
    charter,
    item: itemAt(then, moment, policy, world),
    people: peopleOfThePast(known),
    policy,
  });
  return evaluate(subject, checkpoint, at);
}
