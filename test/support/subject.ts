import { emptyCharter, type Charter } from '../../src/domain/charter/charter';
import { evaluate } from '../../src/domain/gate/evaluate';
import type { GateResult } from '../../src/domain/gate/finding';
import type { WorkItem } from '../../src/domain/gate/item';
import { peopleRead, type PeopleRead } from '../../src/domain/gate/people';
import type { Checkpoint } from '../../src/domain/policy/rules';
import { subjectOf } from '../../src/domain/gate/build-subject';
import { peopleAsked, type Subject, type SubjectFacts } from '../../src/domain/gate/subject';
import type { Policy } from '../../src/domain/policy/policy';
import { enforcing } from './policies';
import type { AccountId, Instant, PersonFact } from '../../src/domain/values';
import { epic } from './items';
import { people } from './people';

const there = (accountId: AccountId): PersonFact => ({
  accountId,
  kind: 'human',
  active: true,
  displayName: accountId,
});

interface PeopleOptions {
  /** Whom a test says something else of than that they are there. */
  readonly known?: Readonly<Record<AccountId, PersonFact>> | undefined;
  readonly notRead?: readonly AccountId[] | undefined;
}

/** Everybody the charter or the field names: as the item, or else these tests, know them, or else somebody who is there. */
export function peopleOf(
  { charter, item }: Pick<SubjectFacts, 'charter' | 'item'>,
  { known = {}, notRead = [] }: PeopleOptions = {},
): PeopleRead {
  const asked = Object.fromEntries(
    peopleAsked({ charter, item }).map((accountId) => [accountId, there(accountId)]),
  );
  const all = Object.entries<PersonFact>({ ...asked, ...people, ...item.people, ...known });
  return peopleRead(Object.fromEntries(all.filter(([accountId]) => !notRead.includes(accountId))));
}

export interface SubjectSpec extends PeopleOptions {
  readonly charter?: Charter;
  readonly item?: WorkItem;
  readonly policy?: Policy;
  readonly above?: Subject | undefined;
  readonly restsOn?: SubjectFacts['restsOn'];
}

/** The facts of a subject, complete or not. */
export function factsOf({
  charter = emptyCharter,
  item = epic(),
  policy = enforcing,
  above,
  restsOn,
  ...about
}: SubjectSpec): SubjectFacts {
  return { charter, item, policy, above, restsOn, people: peopleOf({ charter, item }, about) };
}

/** A work item as an evaluation takes it; everybody asked about is there, unless the test says otherwise. */
export const subjectWith = (spec: SubjectSpec): Subject => subjectOf(factsOf(spec));

/** One question to the gate, in parts that a test can change. */
export interface GateQuestion {
  readonly charter: Charter;
  readonly item: WorkItem;
  readonly policy: Policy;
  readonly checkpoint: Checkpoint;
  readonly now: Instant;
}

export const evaluated = ({ checkpoint, now, ...facts }: GateQuestion): GateResult =>
  evaluate(subjectWith(facts), checkpoint, now);
