import type { NeedKind, NextChoice, ReviewAnswer } from '../../../src/domain/charter/check-in/check-in';
import type { PersonFact } from '../../../src/domain/values';
import { withoutBlanks } from '../../ui/check-input';

/** A need while it is typed. */
export interface TypedNeed {
  readonly person: PersonFact | null;
  readonly what: string;
  readonly as: NeedKind | '';
  readonly by: string;
  readonly impact: string;
  readonly inputs: string;
}

export const NO_NEED: TypedNeed = { person: null, what: '', as: '', by: '', impact: '', inputs: '' };

/** A check-in while it is typed. */
export interface Values {
  readonly onTrack: 'yes' | 'no' | '';
  readonly next: NextChoice | '';
  readonly nextUntil: string;
  readonly nextReason: string;
  readonly biggestRisk: string;
  readonly needs: readonly TypedNeed[];
  readonly decision: string;
  /** By agreement. */
  readonly reviewed: Readonly<Record<string, ReviewAnswer>>;
}

export const BLANK: Values = {
  onTrack: '',
  next: '',
  nextUntil: '',
  nextReason: '',
  biggestRisk: '',
  needs: [],
  decision: '',
  reviewed: {},
};

/** Nothing was filled in: such a line asks for nothing. */
export const isBlank = ({ person, what, as, by }: TypedNeed): boolean =>
  person === null && [what, as, by].every((text) => text.trim() === '');

/** What the policy may want to know of every request, beside what a need always says. */
type Wanted = 'impact' | 'inputs';

/** Fields of a need that are still to be filled in, in the order they stand in. */
export function missingIn(need: TypedNeed, intake: readonly Wanted[]): readonly (keyof TypedNeed)[] {
  if (isBlank(need)) return [];
  const { person, what, as, by } = need;
  return [
    ...(person === null ? (['person'] as const) : []),
    ...(what.trim() === '' ? (['what'] as const) : []),
    ...(as === '' ? (['as'] as const) : []),
    ...(as === 'agreement' && by === '' ? (['by'] as const) : []),
    ...(as === 'agreement' ? intake.filter((field) => need[field].trim() === '') : []),
  ];
}

/** Whether a choice names a day, and whether it cannot do without one; the same for its words. */
export const NEXT_FIELDS: Readonly<
  Record<
    NextChoice,
    { readonly until: 'no' | 'optional' | 'required'; readonly reason: 'optional' | 'required' }
  >
> = {
  decision: { until: 'optional', reason: 'required' },
  replacement: { until: 'optional', reason: 'required' },
  'new-date': { until: 'required', reason: 'required' },
  recommit: { until: 'no', reason: 'optional' },
  wait: { until: 'required', reason: 'required' },
};

function nextIn({ onTrack, next, nextUntil, nextReason }: Values): object {
  if (onTrack !== 'no' || next === '') return {};
  const until = NEXT_FIELDS[next].until === 'no' ? '' : nextUntil;
  return { next: { choice: next, ...withoutBlanks({ until, reason: nextReason }) } };
}

/** The call’s input as far as it is typed; `walk`: the promises it asks about by name. */
export function answersOf(values: Values, walk: readonly string[]): Readonly<Record<string, unknown>> {
  const { onTrack, biggestRisk, needs, decision, reviewed } = values;
  return {
    onTrack: onTrack === '' ? undefined : onTrack === 'yes',
    biggestRisk,
    needs: needs
      .filter((need) => !isBlank(need))
      .map(({ person, what, as, by, impact, inputs }) => ({
        accountId: person?.accountId ?? '',
        what,
        ...withoutBlanks(as === 'agreement' ? { as, by, impact, inputs } : { as, by }),
      })),
    ...(decision.trim() !== '' && { decision }),
    ...(walk.length > 0 && {
      reviewed: walk.flatMap((agreementId) => {
        const answer = reviewed[agreementId];
        return answer === undefined ? [] : [{ agreementId, answer }];
      }),
    }),
    ...nextIn(values),
  };
}
