import type { FindingView } from '../../../src/contract/answers';
import { StateWord } from '../../ui/state-word';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { offersForFinding } from '../model/offers';
import { placeId, placeOf, type Place } from '../model/places';
import { WaiveButton } from '../waivers/waive-button';

/** Findings whose next step carries news beyond its button: what was suggested instead. */
const TELLS_MORE: ReadonlySet<string> = new Set(['agreement.declined']);

/** One unmet rule: what is the case, a way to where that is settled, and who must act where it is not the reader. */
export function FindingRow({ view }: { view: FindingView }) {
  const t = useText();
  const { answer } = usePanel();
  // Another item's finding is settled there.
  const { finding } = view;
  const isOwn = finding !== undefined;
  const isForReader = isOwn && offersForFinding(answer, finding).length > 0;
  const place = isOwn ? placeOf(finding) : null;
  return (
    <li className="hf-finding">
      <div className="hf-finding-words">
        {place === null ? (
          <span>{view.what}</span>
        ) : (
          <button type="button" className="hf-disclosure hf-finding-link" onClick={() => goTo(place)}>
            {view.what}
          </button>
        )}{' '}
        {isOwn && (!isForReader || TELLS_MORE.has(view.rule)) && (
          <span className="hf-subtle">{view.next}</span>
        )}
      </div>
      {view.severity === 'warn' && <StateWord tone="attention">{t('panel.onlyWarns')}</StateWord>}
      <WaiveButton view={view} />
    </li>
  );
}

/** Brings a place into view and marks it for a moment; the focus goes along, so that its buttons are next. */
function goTo(place: Place): void {
  // Nothing can be granted or written where nobody owns the work: an owner comes first.
  const target = document.getElementById(placeId(place)) ?? document.getElementById(placeId('owner'));
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}
