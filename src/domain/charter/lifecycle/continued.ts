import type { Charter } from '../charter';
import { eventDefinitionOf } from '../commands';
import type { CharterEvent } from '../events';
import { evolve } from '../evolve';
import { nextNumber } from '../numbering';
import type { Instant } from '../../time/time';
import { setAside } from './set-aside';

type Numbered = Pick<Charter, 'agreements' | 'waivers' | 'escalations' | 'gaps'>;

/** Things a charter numbers in the order of their coming: `A1`, `W1`, `E1`, `G1`. */
const shifted = (id: string, by: readonly { readonly id: string }[]): string =>
  `${id.slice(0, 1)}${Number(id.slice(1)) + nextNumber(by) - 1}`;

/** With ids numbered on behind those of the first record, so that nothing takes another's place. */
function renumbered<E extends CharterEvent>(
  { agreements, waivers, escalations, gaps }: Numbered,
  event: E,
): E {
  return {
    ...event,
    ...('agreementId' in event && { agreementId: shifted(event.agreementId, agreements) }),
    ...('waiverId' in event && { waiverId: shifted(event.waiverId, waivers) }),
    ...('escalationId' in event && { escalationId: shifted(event.escalationId, escalations) }),
    ...('gapId' in event && { gapId: shifted(event.gapId, gaps) }),
    ...('asks' in event &&
      event.type === 'person-reached' && {
        asks: event.asks.map((id) => shifted(id, id.startsWith('A') ? agreements : escalations)),
      }),
    ...('reviewed' in event && { reviewed: event.reviewed.map((id) => shifted(id, agreements)) }),
    ...('aboutAgreementId' in event &&
      event.aboutAgreementId !== undefined && {
        aboutAgreementId: shifted(event.aboutAgreementId, agreements),
      }),
  };
}

/**
 * The history of a second charter of the same item, told as what came after the first: its agreements, waivers,
 * questions and gaps are numbered on behind those there are. What the first does not allow (another owner over the head
 * of the one who accepted, and what only an owner says) is set aside, and shown to have been.
 *
 * @example continued({ agreements: [A1, A2], … }, [{ type: 'agreement-acknowledged', agreementId: 'A1' }], now) // agreementId: 'A3'
 */
export function continued(
  first: Charter,
  later: readonly CharterEvent[],
  now: Instant,
): readonly CharterEvent[] {
  let charter = first;
  return later.map((recorded) => {
    const event: CharterEvent = renumbered(first, recorded);
    if (!(eventDefinitionOf(event)?.mayFollow(charter, event) ?? true)) return setAside(event, now);
    charter = evolve(charter, event);
    return event;
  });
}
