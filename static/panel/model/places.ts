import type { CharterAnswer } from '../../../src/contract/answers';
import type { Finding } from '../../../src/domain/gate/finding';
import type { Checkpoint, RuleId } from '../../../src/domain/policy/rules';
import { offersForFinding, type Offer } from './offers';

/** Where in the panel something is settled: what is found in the way points there, and its buttons stand there alone. */
export type Place =
  | 'owner'
  | 'authority'
  | 'brief'
  | 'agreements'
  | 'follow'
  | `agreement-${string}`
  | `blocker-${string}`
  | `question-${string}`;

/** The element a place is found by. */
export const placeId = (place: Place): string => `hf-at-${place}`;

type GroupOf<Id> = Id extends `${infer Group}.${string}` ? Group : never;

/** Where what a group of rules asks is settled, unless a finding names a row of its own. */
const placeOfGroup: Readonly<Record<GroupOf<RuleId>, Place>> = {
  owner: 'owner',
  authority: 'authority',
  brief: 'brief',
  dependency: 'agreements',
  dependencies: 'agreements',
  agreement: 'agreements',
  checkin: 'follow',
  decision: 'follow',
  escalation: 'follow',
};

const groupOf = (rule: RuleId): GroupOf<RuleId> =>
  // A rule is named by its group and what it asks.
  rule.slice(0, rule.indexOf('.')) as GroupOf<RuleId>;

/** Where a finding is settled. */
export function placeOf(finding: Finding): Place {
  if ('agreementId' in finding) return `agreement-${finding.agreementId}`;
  if ('escalationId' in finding) return `question-${finding.escalationId}`;
  if ('summary' in finding) return `blocker-${finding.issueKey}`;
  return placeOfGroup[groupOf(finding.rule)];
}

type Looking = Pick<CharterAnswer, 'gates'>;

/** What is in the way at a checkpoint, of this item itself. */
const found = ({ gates }: Looking, checkpoint: Checkpoint): readonly Finding[] =>
  (gates?.[checkpoint].findings ?? []).flatMap(({ finding }) => finding ?? []);

const without =
  (taken: readonly Offer[]) =>
  ({ kind }: Offer): boolean =>
    !taken.some((offer) => offer.kind === kind);

/** The buttons of a place: first what would make its findings go away, then what is offered there anyway, each once. */
export function offersAt(
  answer: CharterAnswer,
  checkpoint: Checkpoint,
  place: Place,
  usual: readonly Offer[],
): readonly Offer[] {
  const first: Offer[] = [];
  for (const finding of found(answer, checkpoint).filter((one) => placeOf(one) === place))
    first.push(...offersForFinding(answer, finding).filter(without(first)));
  return [...first, ...usual.filter(without(first))];
}

/** The one place whose first button is the primary one: what comes first of what the reader can do about the next step. */
export function primaryPlace(answer: CharterAnswer, checkpoint: Checkpoint): Place | null {
  const first = found(answer, checkpoint).find((finding) => offersForFinding(answer, finding).length > 0);
  return first ? placeOf(first) : null;
}
