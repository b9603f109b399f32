import { lazy, Suspense, useId, useState } from 'react';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { AgreementView } from '../../../src/contract/answers';
import { DateText, MomentText } from '../../ui/date-text';
import { PartBoundary } from '../../ui/part-boundary';
import { Person } from '../../ui/person';
import { SkeletonLines } from '../../ui/skeleton';
import { StateWord } from '../../ui/state-word';
import { Text, useText, type TextId } from '../../ui/text';
import { useDesk } from '../desk';
import { since, toneOf, type AgreementState } from '../model/agreements';
import { offersForAgreement } from '../model/offers';
import { Offers } from '../offer-button';
import { AgreementDetails } from './agreement-details';

const DeclineForm = lazy(() =>
  import('../forms/decline-form').then((file) => ({ default: file.DeclineForm })),
);
const WithdrawForm = lazy(() =>
  import('../forms/withdraw-form').then((file) => ({ default: file.WithdrawForm })),
);

const words: Readonly<Record<AgreementState, TextId>> = {
  'for-you': 'panel.stateForYou',
  declined: 'panel.stateDeclined',
  overdue: 'panel.stateOverdue',
  'self-dealt': 'panel.stateSelfDealt',
  unanswered: 'panel.stateUnanswered',
  requested: 'panel.stateRequested',
  acknowledged: 'panel.stateAcknowledged',
  withdrawn: 'panel.stateWithdrawn',
};

const sinceWords: Readonly<Record<AgreementView['status'], TextId>> = {
  requested: 'panel.sinceRequested',
  acknowledged: 'panel.sinceAcknowledged',
  declined: 'panel.sincePlain',
  withdrawn: 'panel.sincePlain',
};

export function AgreementRow({ agreement, state }: { agreement: AgreementView; state: AgreementState }) {
  const t = useText();
  const desk = useDesk();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const offers = offersForAgreement(desk.answer, agreement);
  const { form } = desk;
  const formHere =
    (form?.kind === 'decline' || form?.kind === 'withdraw') && form.agreementId === agreement.id
      ? form
      : null;
  const isOpen = opened || formHere !== null;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <tr role="row" className={`hf-row hf-row-${state}`}>
        <td role="cell" className="hf-cell-promise">
          <button
            type="button"
            className="hf-disclosure hf-promise"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpened(!isOpen)}
          >
            <Chevron label="" size="small" color="currentColor" />
            <span>{agreement.deliverable}</span>
          </button>
        </td>
        <td role="cell" className="hf-cell-who" data-label={t('panel.columnWho')}>
          <Person
            accountId={agreement.providerAccountId}
            people={desk.answer.people}
            me={desk.answer.me.accountId}
          />
        </td>
        <td role="cell" className="hf-cell-by" data-label={t('panel.columnBy')}>
          <By agreement={agreement} />
        </td>
        <td role="cell" className="hf-cell-state">
          <StateWord tone={toneOf[state]}>{t(words[state])}</StateWord>
          <div className="hf-subtle hf-small">
            <Text id={sinceWords[agreement.status]} values={{ when: <MomentText at={since(agreement)} /> }} />
          </div>
        </td>
        <td role="cell" className="hf-cell-action">
          <Offers
            offers={formHere ? [] : offers.now}
            section="agreements"
            about={agreement.deliverable}
            firstIsPrimary={state === 'for-you'}
          />
        </td>
      </tr>
      {isOpen && (
        <tr role="row" className="hf-row-details" id={id}>
          <td role="cell" colSpan={5}>
            <AgreementDetails agreement={agreement} />
            {formHere && (
              <PartBoundary>
                <Suspense fallback={<SkeletonLines lines={4} />}>
                  {formHere.kind === 'decline' ? (
                    <DeclineForm agreement={agreement} />
                  ) : (
                    <WithdrawForm agreement={agreement} thenAsk={formHere.thenAsk} />
                  )}
                </Suspense>
              </PartBoundary>
            )}
            {!formHere && (
              <Offers
                offers={offers.also}
                section="agreements"
                about={agreement.deliverable}
                firstIsPrimary={false}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** The day that binds; where needed and promised differ, both. */
function By({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { neededBy, providerZone } = agreement;
  if (agreement.status !== 'acknowledged' || agreement.committedBy === neededBy) {
    return <DateText date={neededBy} zone={providerZone} />;
  }
  return (
    <>
      <DateText date={agreement.committedBy} zone={providerZone} />
      <div className="hf-subtle hf-small">
        {t('panel.neededBy')} <DateText date={neededBy} />
      </div>
    </>
  );
}
