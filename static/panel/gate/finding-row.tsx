import type { FindingView } from '../../../src/contract/answers';
import { StateWord } from '../../ui/state-word';
import { useText } from '../../ui/text';
import { useDesk } from '../desk';
import { offersForFinding } from '../model/offers';
import { Offers } from '../offer-button';

/** One unmet rule: what is the case, and the button that changes it, or who else must act. */
export function FindingRow({ view, isFirst }: { view: FindingView; isFirst: boolean }) {
  const t = useText();
  const { answer } = useDesk();
  const offers = offersForFinding(answer, view.finding);
  return (
    <li className="hf-finding">
      <div className="hf-finding-words">
        <span>{view.what}</span>{' '}
        {view.severity === 'warn' && <StateWord tone="attention">{t('panel.onlyWarns')}</StateWord>}
        {offers.length === 0 && <span className="hf-subtle">{view.next}</span>}
      </div>
      <Offers offers={offers} section="gate" about={view.what} firstIsPrimary={isFirst} />
    </li>
  );
}
