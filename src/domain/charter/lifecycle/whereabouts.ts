import { ok, refuse, type Result } from '../../result';
import type { AccountId, Instant, IssueKey } from '../../values';
import type { Charter } from '../charter';
import type { Facts, Rejection } from '../commands';
import { HOLDFAST_ACTOR, type CharterEvent } from '../events';

type Decision = Result<readonly CharterEvent[], Rejection>;

type Noticed = Pick<Facts, 'now' | 'actor'>;

const stamp = ({ now, actor }: Noticed) => ({ at: now, by: actor.accountId });

/** Facts of what no person does: Holdfast notices it in Jira. */
export const noticed = (now: Instant): Noticed => ({
  now,
  actor: { accountId: HOLDFAST_ACTOR, canEdit: false },
});

/** Jira no longer has the item. Told twice, it is recorded once. */
export const recordDeletion = (charter: Charter, facts: Noticed): Decision =>
  charter.itemDeletedAt === undefined
    ? ok([{ type: 'item-deleted', ...stamp(facts) }])
    : refuse({ code: 'already-recorded' });

export const recordRestoration = (charter: Charter, facts: Noticed): Decision =>
  charter.itemDeletedAt === undefined
    ? refuse({ code: 'already-recorded' })
    : ok([{ type: 'item-restored', ...stamp(facts) }]);

/** The DRI of this moment lost sight of the item, or has it back. */
export const recordAccess = (
  { dri }: Charter,
  { accountId, sees }: { readonly accountId: AccountId; readonly sees: boolean },
  facts: Noticed,
): Decision =>
  dri?.status === 'accepted' && dri.accountId === accountId && (dri.lostAccessAt === undefined) !== sees
    ? ok([{ type: 'dri-access-changed', ...stamp(facts), accountId, sees }])
    : refuse({ code: 'already-recorded' });

/** What a new key adds to a charter's history. An item that has a key is there, whatever was thought before. */
export function moveEvents(
  charter: Charter,
  from: IssueKey,
  to: IssueKey,
  now: Instant,
): readonly CharterEvent[] {
  const back = recordRestoration(charter, noticed(now));
  return [{ type: 'item-moved', ...stamp(noticed(now)), from, to }, ...(back.ok ? back.value : [])];
}

type Numbered = Pick<Charter, 'agreements' | 'waivers' | 'escalations' | 'gaps'>;

/** Things a charter numbers in the order of their coming: `A1`, `W1`, `E1`, `G1`. */
const shifted = (id: string, by: readonly unknown[]): string =>
  `${id.slice(0, 1)}${Number(id.slice(1)) + by.length}`;

/**
 * The history of a second charter of the same item, told as what came after the first: its agreements, waivers,
 * questions and gaps are numbered on behind those there are, so that none takes another's place.
 *
 * @example continued({ agreements: [A1, A2], … }, [{ type: 'agreement-acknowledged', agreementId: 'A1' }]) // agreementId: 'A3'
 */
export function continued(
  { agreements, waivers, escalations, gaps }: Numbered,
  later: readonly CharterEvent[],
): readonly CharterEvent[] {
  return later.map((event) => ({
    ...event,
    ...('agreementId' in event && { agreementId: shifted(event.agreementId, agreements) }),
    ...('waiverId' in event && { waiverId: shifted(event.waiverId, waivers) }),
    ...('escalationId' in event && { escalationId: shifted(event.escalationId, escalations) }),
    ...('gapId' in event && { gapId: shifted(event.gapId, gaps) }),
    ...('reviewed' in event && { reviewed: event.reviewed.map((id) => shifted(id, agreements)) }),
    ...('aboutAgreementId' in event &&
      event.aboutAgreementId !== undefined && {
        aboutAgreementId: shifted(event.aboutAgreementId, agreements),
      }),
  }));
}
