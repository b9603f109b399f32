import type { FindingView } from '../../../src/contract/answers';
import { StateWord } from '../../ui/state-word';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { offersForFinding } from '../model/offers';
import { Offers } from '../offer-button';
import { WaiveButton } from '../waivers/waive-button';

/** Findings whose next step carries news beyond its button: what was suggested instead. */
const TELLS_MORE: ReadonlySet<string> = new Set(['agreement.declined']);

/** One unmet rule: what is the case, and the button that changes it, or who else must act. */
export function FindingRow({ view, isFirst }: { view: FindingView; isFirst: boolean }) {
  const t = useText();
  const { answer } = usePanel();
  // Another item's finding is settled there.
  const offers = view.finding ? offersForFinding(answer, view.finding) : [];
  return (
    <li className="hf-finding">
      <div className="hf-finding-words">
        <span>{view.what}</span>{' '}
        {view.finding && (offers.length === 0 || TELLS_MORE.has(view.rule)) && (
          <span className="hf-subtle">{view.next}</span>
        )}
      </div>
      {view.severity === 'warn' && <StateWord tone="attention">{t('panel.onlyWarns')}</StateWord>}
      <Offers offers={offers} section="gate" about={view.what} firstIsPrimary={isFirst} />
      <WaiveButton view={view} />
    </li>
  );
}
