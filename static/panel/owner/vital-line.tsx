import { MomentText } from '../../ui/date-text';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import { allowed } from '../model/offers';
import { Offers } from '../offer-button';
import { usePanel } from '../panel-context';

/** Whether it is one of the vital few, and the mark for whoever may give or take it. */
export function VitalLine() {
  const t = useText();
  const { answer, nameOf } = usePanel();
  const { vital } = answer.charter;
  const offers = allowed(answer, [{ kind: vital ? 'unmark-vital' : 'mark-vital' }]);
  if (!vital && offers.length === 0) return null;
  return (
    <div className="hf-authority hf-place">
      <div className="hf-authority-words">
        {vital ? (
          <>
            <StateWord tone="good">{t('panel.vital')}</StateWord>{' '}
            <span className="hf-subtle hf-small">
              <Text
                id="panel.vitalBy"
                values={{ person: nameOf(vital.markedBy), when: <MomentText at={vital.markedAt} /> }}
              />
            </span>
          </>
        ) : (
          <p className="hf-subtle">{t('panel.notVital')}</p>
        )}
      </div>
      <Offers offers={offers} section="owner" firstIsPrimary={false} />
    </div>
  );
}
