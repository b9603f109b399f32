import type { Charter } from '../charter';
import type { CharterEvent } from '../events';

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
