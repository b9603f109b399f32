import { HOLDFAST_ACTOR, type AccountId, type AgreementId } from '../../ids';
import { addHours, isBefore, type Instant } from '../../time/time';
import type { Agreement } from '../agreement/agreement';
import type { Charter, DeclinedNomination, Dri } from '../charter';
import type { EventDefinition, Happened } from '../define-command';
import type { Vacancy } from '../ownership/vacancy';

/** For so long whoever took a step can say that it was a slip. */
export const UNDO_MINUTES = 10;

/** A step that can be undone, with what it changed as that was before. */
export interface Slip extends Happened {
  /** The event's type. */
  readonly step: string;
  /** The agreement it was a step on; absent where it was about who owns the work. */
  readonly agreementId?: AgreementId;
  readonly agreement?: Agreement;
  readonly owner?: {
    readonly dri: Dri | null;
    readonly declinedNomination: DeclinedNomination | null;
    readonly vacancy?: Vacancy;
  };
  /** What was done since on what it changed; nothing is undone over that. */
  readonly followed?: { readonly by: AccountId; readonly step: string };
}

type SlipEvent = Happened & { readonly type: string; readonly agreementId?: AgreementId };

/** Until when a step that was taken at a moment can be undone. */
export const undoneBy = (at: Instant): Instant => addHours(at, UNDO_MINUTES / 60);

const before = ({ dri, declinedNomination, vacancy }: Charter): NonNullable<Slip['owner']> => ({
  dri,
  declinedNomination,
  ...(vacancy && { vacancy }),
});

/** Whether an event acts on what a step changed; what Holdfast notices is nobody's act. */
function actsOn(
  slip: Slip,
  event: SlipEvent,
  { affects }: Pick<EventDefinition<SlipEvent>, 'affects'>,
): boolean {
  if (slip.agreementId !== undefined) return event.agreementId === slip.agreementId;
  if (event.by === HOLDFAST_ACTOR) return false;
  // Whoever went on as the owner meant it.
  return event.by === slip.by || affects.includes('owner') || affects.includes('authority');
}

function afterAct({ agreement: _agreement, owner: _owner, ...slip }: Slip, { by, type }: SlipEvent): Slip {
  return { ...slip, followed: { by, step: type } };
}

/** Whether a step did anything: one on what is not there leaves everything as it is. */
const changed = (former: Charter, after: Charter, agreement: Agreement | undefined): boolean =>
  agreement ? !after.agreements.includes(agreement) : former.dri !== after.dri;

/**
 * The charter after an event, with the steps of the last ten minutes that can still be undone, or say what came after
 * them. Older ones are forgotten with the next event.
 */
export function withSlips(
  former: Charter,
  { slips: _slips, ...after }: Charter,
  event: SlipEvent,
  definition: EventDefinition<Happened & { readonly type: string }>,
): Charter {
  const earlier = (former.slips ?? [])
    .filter(({ at }) => isBefore(event.at, undoneBy(at)))
    .map((slip) => (!slip.followed && actsOn(slip, event, definition) ? afterAct(slip, event) : slip));
  const { at, by, type: step, agreementId } = event;
  const agreement = former.agreements.find(({ id }) => id === agreementId);
  const fresh: readonly Slip[] =
    definition.undoable?.(event) === true && changed(former, after, agreement)
      ? [
          {
            at,
            by,
            step,
            ...(agreement ? { agreementId: agreement.id, agreement } : { owner: before(former) }),
          },
        ]
      : [];
  const slips = [...earlier, ...fresh];
  return slips.length === 0 ? after : { ...after, slips };
}

/** The last step of somebody's on an agreement, or on who owns the work where none is named. */
export const slipOf = (
  { slips = [] }: Pick<Charter, 'slips'>,
  by: AccountId,
  agreementId?: AgreementId,
): Slip | undefined => slips.findLast((slip) => slip.by === by && slip.agreementId === agreementId);

/**
 * What somebody can undo now, of one agreement where that is named: the steps of the last ten minutes that nobody acted on.
 */
export const undoableBy = (
  { slips = [] }: Pick<Charter, 'slips'>,
  by: AccountId,
  now: Instant,
  only?: AgreementId,
): readonly Slip[] =>
  slips.filter(
    (slip) =>
      slip.by === by &&
      // Told apart before anything is reckoned: a page asks this for each of its lines.
      (only === undefined || slip.agreementId === only) &&
      !slip.followed &&
      isBefore(now, undoneBy(slip.at)),
  );
