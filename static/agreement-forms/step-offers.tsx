import { useId, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { Agreement } from '../../src/domain/charter/agreement/agreement';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { stepCommand, type AgreementOffer } from './model/agreement-steps';
import { stepText, takeStep, type StepTaker } from './step-words';
import { useStepMeaning } from './use-step-meaning';

/** The buttons for some steps on one agreement, and what the first of them says and leads to. */
export function StepOffers({
  agreement,
  offers,
  taker,
  firstIsPrimary = true,
}: {
  agreement: Agreement;
  offers: readonly AgreementOffer[];
  taker: StepTaker;
  firstIsPrimary?: boolean;
}) {
  const t = useText();
  const id = useId();
  const { consequence } = useFormContext();
  const meaningOf = useStepMeaning();
  const [busy, setBusy] = useState<string | null>(null);
  const [first] = offers;
  if (!first) return null;
  const meaning = meaningOf(first.kind, agreement);
  const told =
    meaning === null
      ? ''
      : [meaning, consequence(stepCommand(first))].filter((part) => part !== null).join(' · ');
  return (
    <div className="hf-offers">
      <div className="hf-actions">
        {offers.map((offer, place) => {
          const label = t(stepText(offer.kind, agreement));
          return (
            <Button
              key={offer.kind}
              spacing="compact"
              appearance={firstIsPrimary && place === 0 ? 'primary' : 'default'}
              isLoading={busy === offer.kind}
              aria-label={`${label}: ${agreement.deliverable}`}
              {...(place === 0 && told !== '' && { 'aria-describedby': id })}
              onClick={() => {
                setBusy(offer.kind);
                void takeStep(offer, taker, t).finally(() => setBusy(null));
              }}
            >
              {label}
            </Button>
          );
        })}
      </div>
      {told !== '' && (
        <div className="hf-consequence" id={id}>
          {told}
        </div>
      )}
    </div>
  );
}
