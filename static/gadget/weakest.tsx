import { WEAKEST } from '../../src/contract/gadget';
import type { DriftView } from '../../src/contract/drift';
import { sideName } from '../../src/contract/wording/names';
import { weakest, type HandoffLoad, type WeakHandoff } from '../../src/domain/report/accountability/summary';
import { sideKey } from '../../src/domain/team/side';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';

/** The handoffs that most need a conversation, each with why. */
export function Weakest({
  handoffs,
  drift,
}: {
  /** Null while they are on their way. */
  handoffs: readonly HandoffLoad[] | null;
  drift: DriftView | null;
}) {
  const t = useText();
  const loosening = (drift?.signals ?? []).flatMap(({ change, provider }) =>
    change === 'loosening' && provider ? [provider] : [],
  );
  const shown = handoffs && weakest(handoffs, loosening, WEAKEST);
  return (
    // No region of its own: several gadgets on one dashboard would all be called the same.
    <div className="hf-gadget-weakest">
      <h3 className="hf-gadget-heading">
        <Text id="gadget.weakest" />
      </h3>
      {shown === null && (
        <div role="status" aria-label={t('gadget.reading')}>
          <SkeletonLines lines={3} />
        </div>
      )}
      {shown?.length === 0 && (
        <p className="hf-subtle">
          <Text id="gadget.none" />
        </p>
      )}
      {shown !== null && shown.length > 0 && (
        <ul className="hf-gadget-handoffs">
          {shown.map((one) => (
            <li key={sideKey(one.provider)}>
              <span className="hf-gadget-name">
                <Text id="gadget.to" values={{ name: sideName(one.provider) }} />
              </span>{' '}
              <Why handoff={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Why({ handoff: { overdue, unacknowledged, loosening, open } }: { handoff: WeakHandoff }) {
  const t = useText();
  const reasons = [
    ...(overdue > 0 ? [t('gadget.overdue', { count: overdue })] : []),
    ...(unacknowledged > 0 ? [t('gadget.waiting', { count: unacknowledged })] : []),
    ...(loosening ? [t('gadget.loose')] : []),
  ];
  return (
    <span className="hf-gadget-why">
      {reasons.join(' · ')}
      {open > 0 && (
        <span className="hf-subtle">
          {' '}
          <Text id="gadget.ofOpen" values={{ count: open }} />
        </span>
      )}
    </span>
  );
}
