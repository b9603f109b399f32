import { useState } from 'react';
import { todayOfDri } from '../../../src/domain/charter/ownership/dri-zone';
import { DateText, MomentText } from '../../ui/date-text';
import { Disclosure } from '../../ui/disclosure';
import { StateWord } from '../../ui/state-word';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { mayDo, type Offer } from '../model/offers';
import { placeId, primaryPlace } from '../model/places';
import { Offers } from '../offer-button';

/** What must happen, in one line; why, how success looks and when it is looked at again are one click away. */
export function BriefLine() {
  const t = useText();
  const { answer, checkpoint, form } = usePanel();
  const { brief } = answer.charter;
  const [open, setOpen] = useState(false);
  const write: Offer = { kind: 'write-brief' };
  const offers = form?.kind !== 'write-brief' && mayDo(answer, write) ? [write] : [];
  const isDue = brief !== null && brief.reviewOn < todayOfDri(answer.charter, answer.policy, answer.now);
  return (
    <div className="hf-authority hf-place" id={placeId('brief')} tabIndex={-1}>
      <div className="hf-authority-words">
        {brief === null ? (
          <p className="hf-subtle">{t('brief.missing')}</p>
        ) : (
          <>
            {isDue && <StateWord tone="attention">{t('brief.reviewDue')}</StateWord>}
            <Disclosure label={brief.outcome} isOpen={open} onToggle={() => setOpen(!open)}>
              <BriefDetails />
            </Disclosure>
            <div className="hf-subtle hf-small">
              {t('brief.reviewOn')} <DateText date={brief.reviewOn} />
            </div>
          </>
        )}
      </div>
      <Offers offers={offers} section="owner" firstIsPrimary={primaryPlace(answer, checkpoint) === 'brief'} />
    </div>
  );
}

function BriefDetails() {
  const t = useText();
  const { answer, nameOf } = usePanel();
  const { brief } = answer.charter;
  if (!brief) return null;
  return (
    <dl className="hf-facts">
      <dt>{t('brief.outcome')}</dt>
      <dd dir="auto">{brief.outcome}</dd>
      <dt>{t('brief.whyNow')}</dt>
      <dd dir="auto">{brief.whyNow}</dd>
      <dt>{t('brief.successMeasure')}</dt>
      <dd dir="auto">{brief.successMeasure}</dd>
      <dt>{t('brief.writtenBy')}</dt>
      <dd>
        {nameOf(brief.writtenBy)}, <MomentText at={brief.writtenAt} />
      </dd>
    </dl>
  );
}
