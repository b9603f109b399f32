import type { AgreementView } from '../../../src/contract/answers';
import { isPromised } from '../../../src/domain/charter/agreement/agreement';
import { DateText, MomentText } from '../../ui/date-text';
import { Person } from '../../ui/person';
import { IssueLink } from '../../ui/issue-link';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { DebriefFacts } from '../../follow-through/debrief/debrief-facts';
import { Fact } from '../../charter-form/fact';
import { HiddenIssue, ProviderIssue } from '../../agreement-forms/provider-issue';
import { LifeFacts } from '../../agreement-forms/life-facts';

/** Why it was withdrawn, or what became of it when the work was done. */
function Ended({ agreement }: { agreement: Extract<AgreementView, { status: 'withdrawn' }> }) {
  const { movedTo, settledAs, withdrawReason } = agreement;
  if (settledAs === undefined) return <>{withdrawReason}</>;
  if (settledAs === 'not-needed') return <Text id="agreement.settledNotNeeded" />;
  return movedTo === undefined ? (
    <Text id="agreement.settledMoved" />
  ) : (
    <Text id="agreement.settledMovedTo" values={{ issue: <IssueLink issueKey={movedTo} /> }} />
  );
}

/** What was agreed, word by word, and what came of it. */
export function AgreementDetails({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { answer, nameOf } = usePanel();
  return (
    <dl className="hf-facts">
      <Fact label={t('panel.acceptance')}>{agreement.acceptance}</Fact>
      {agreement.impact !== undefined && <Fact label={t('waiver.impact')}>{agreement.impact}</Fact>}
      {agreement.inputs !== undefined && <Fact label={t('waiver.inputs')}>{agreement.inputs}</Fact>}
      {agreement.providerIssueKey !== undefined && (
        <Fact label={t('panel.providerIssue')}>
          <ProviderIssue issueKey={agreement.providerIssueKey} isLong />
        </Fact>
      )}
      {agreement.providerIssueHidden && (
        <Fact label={t('panel.providerIssue')}>
          <HiddenIssue />
        </Fact>
      )}
      {agreement.status === 'declined' && (
        <>
          <Fact label={t('panel.declineReason')}>{agreement.declineReason}</Fact>
          {agreement.alternativeAccountId !== undefined && (
            <Fact label={t('panel.alternativePerson')}>
              <Person accountId={agreement.alternativeAccountId} people={answer.people} size="xsmall" />
            </Fact>
          )}
          {agreement.availableFrom !== undefined && (
            <Fact label={t('panel.alternativeDateOf')}>
              <DateText date={agreement.availableFrom} zone={agreement.providerZone} />
            </Fact>
          )}
        </>
      )}
      {agreement.status === 'withdrawn' && (
        <Fact label={t('panel.withdrawReason')}>
          <Ended agreement={agreement} />
        </Fact>
      )}
      <LifeFacts agreement={agreement} />
      <DebriefFacts debrief={agreement.debrief} />
      {isPromised(agreement) && (
        <Fact label={t('panel.acknowledgedAt')}>
          <MomentText at={agreement.acknowledgedAt} exact />
        </Fact>
      )}
      <Fact label={t('panel.requestedBy')}>
        {nameOf(agreement.requestedBy)}, <MomentText at={agreement.requestedAt} exact />
      </Fact>
    </dl>
  );
}
