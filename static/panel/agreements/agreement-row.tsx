import { lazy, Suspense, useId, useState } from 'react';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import type { AgreementView } from '../../../src/contract/answers';
import { isUnsettled } from '../../../src/domain/charter/agreement/agreement';
import { MomentText } from '../../ui/date-text';
import { PartBoundary } from '../../ui/part-boundary';
import { Person } from '../../ui/person';
import { useStepText } from '../../ui/reached-step';
import { SkeletonLines } from '../../ui/skeleton';
import { StateWord } from '../../ui/state-word';
import { Text, useText, type PlainTextId, type TextId } from '../../ui/text';
import { usePanel } from '../panel-context';
import { DueDateCell } from '../../agreement-forms/due-date-cell';
import { offersForAgreement } from '../../agreement-forms/model/agreement-offers';
import { HiddenIssue, ProviderIssue } from '../../agreement-forms/provider-issue';
import { JiraNote } from '../../agreement-forms/jira-note';
import { RowNote } from '../../agreement-forms/row-note';
import { since, toneOf, type AgreementState } from '../model/agreements';
import { UndoLine } from '../../charter-form/undo-line';
import { offersAt, placeId, primaryPlace, type Place } from '../model/places';
import { FormInPlace } from '../form-in-place';
import { AwayLine } from '../away-line';
import { Offers } from '../offer-button';

// What is behind a row comes when it is first opened, or Jira says otherwise.
const AgreementDetails = lazy(() =>
  import('../lazy-parts').then((file) => ({ default: file.AgreementDetails })),
);

const JiraLines = lazy(() => import('../lazy-parts').then((file) => ({ default: file.JiraLines })));

const words: Readonly<Record<AgreementState, PlainTextId>> = {
  'for-you': 'panel.stateForYou',
  declined: 'panel.stateDeclined',
  overdue: 'panel.stateOverdue',
  'self-dealt': 'panel.stateSelfDealt',
  unanswered: 'panel.stateUnanswered',
  requested: 'panel.stateRequested',
  countered: 'agreement.stateCountered',
  acknowledged: 'panel.stateAcknowledged',
  'new-date': 'agreement.stateNewDate',
  delivered: 'agreement.stateDelivered',
  accepted: 'agreement.stateAccepted',
  withdrawn: 'panel.stateWithdrawn',
};

const sinceWords = {
  requested: 'panel.sinceRequested',
  countered: 'panel.sincePlain',
  acknowledged: 'panel.sinceAcknowledged',
  delivered: 'panel.sincePlain',
  accepted: 'panel.sincePlain',
  declined: 'panel.sincePlain',
  withdrawn: 'panel.sincePlain',
} as const satisfies Readonly<Record<AgreementView['status'], TextId>>;

export function AgreementRow({
  agreement,
  state,
  withStep,
}: {
  agreement: AgreementView;
  state: AgreementState;
  /** The table has a column for the escalation. */
  withStep: boolean;
}) {
  const t = useText();
  const stepText = useStepText();
  const panel = usePanel();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const place: Place = `agreement-${agreement.id}`;
  const { answer, checkpoint, form } = panel;
  const offers = offersForAgreement(answer, agreement);
  const now = offersAt(answer, checkpoint, place, offers.now);
  const also = offers.also.filter(({ kind }) => !now.some((offer) => offer.kind === kind));
  const primary = primaryPlace(answer, checkpoint);
  const formHere = form && 'agreementId' in form && form.agreementId === agreement.id ? form : null;
  const isOpen = opened || formHere !== null;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <tr role="row" className={`hf-row hf-row-${state} hf-place`} id={placeId(place)} tabIndex={-1}>
        <td role="cell" className="hf-cell-promise">
          <button
            type="button"
            className="hf-disclosure hf-promise"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpened(!isOpen)}
          >
            <Chevron label="" size="small" color="currentColor" />
            <span dir="auto">{agreement.deliverable}</span>
          </button>
          {agreement.providerIssueKey !== undefined && (
            <ProviderIssue issueKey={agreement.providerIssueKey} />
          )}
          {agreement.providerIssueHidden && <HiddenIssue />}
        </td>
        <td role="cell" className="hf-cell-who" data-label={t('panel.columnWho')}>
          <Person accountId={agreement.providerAccountId} people={answer.people} me={answer.me.accountId} />
        </td>
        <td role="cell" className="hf-cell-by" data-label={t('panel.columnBy')}>
          <DueDateCell agreement={agreement} />
        </td>
        <td role="cell" className="hf-cell-state">
          <StateWord tone={toneOf[state]}>{t(words[state])}</StateWord>
          {agreement.status === 'requested' && !agreement.question && agreement.reached === null && (
            <div className="hf-small">{t('panel.stateUnreached')}</div>
          )}
          <div className="hf-subtle hf-small">
            <Text
              id={state === 'new-date' ? 'panel.sincePlain' : sinceWords[agreement.status]}
              values={{ when: <MomentText at={since(agreement)} /> }}
            />
          </div>
        </td>
        {withStep && (
          <td role="cell" className="hf-cell-step hf-small">
            {agreement.rung && stepText(agreement.rung)}
          </td>
        )}
        <td role="cell" className="hf-cell-action">
          <RowNote agreement={agreement} />
          {isUnsettled(agreement) && <AwayLine accountId={agreement.providerAccountId} asked="agreement" />}
          <JiraNote
            Lines={JiraLines}
            agreement={agreement}
            context={answer}
            issueKey={answer.item.issueKey}
            act={(key, input, said) => panel.act('agreements', key, input, said)}
          />
          <UndoLine undo={answer.undo} agreementId={agreement.id} about={agreement.deliverable} />
          {!formHere && (
            <Offers
              offers={now}
              section="agreements"
              about={agreement.deliverable}
              firstIsPrimary={primary === null ? offers.asked : primary === place}
            />
          )}
        </td>
      </tr>
      {isOpen && (
        <tr role="row" className="hf-row-details" id={id}>
          <td role="cell" colSpan={withStep ? 6 : 5}>
            <PartBoundary>
              <Suspense fallback={<SkeletonLines lines={4} />}>
                <AgreementDetails agreement={agreement} />
              </Suspense>
            </PartBoundary>
            <FormInPlace form={formHere} />
            {!formHere && (
              <Offers
                offers={also}
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
