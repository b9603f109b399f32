import { useId, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { AgreementView } from '../../src/contract/answers';
import { dayText } from '../../src/contract/texts/dates';
import type { IsoDate, IssueKey } from '../../src/domain/values';
import type { IssueStatus } from '../jira/issues';
import { useFormContext } from '../charter-form/form-context';
import { IssueLink } from '../ui/issue-link';
import { useSurroundings, useToday } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import type { CommandContext } from './model/command-context';
import { jiraOffers, type JiraOffer } from './model/jira-offers';
import type { StepTaker } from './step-words';

export interface JiraLinesProps {
  readonly agreement: AgreementView;
  readonly context: CommandContext;
  /** The work it is promised to; undefined where the reader may not see it. */
  readonly issueKey: IssueKey | undefined;
  readonly act: StepTaker['act'];
}

export interface JiraSaid {
  /** Of the provider's own issue. */
  readonly issue: IssueStatus | undefined;
  /** When the work itself is due. */
  readonly due: IsoDate | undefined;
}

/** What Jira tells otherwise, a sentence each, with a button where the reader can do something about it. */
export function JiraLines({ issue, due, ...props }: JiraLinesProps & JiraSaid) {
  return jiraOffers(props.context, props.agreement, issue, due).map((offer) => (
    <JiraLine key={offer.kind} offer={offer} {...props} />
  ));
}

function JiraLine({ offer, agreement, issueKey = '', act }: JiraLinesProps & { offer: JiraOffer }) {
  const id = useId();
  const { sentence, step } = useLine(offer, agreement, issueKey, act);
  const [busy, setBusy] = useState(false);
  return (
    <div className="hf-note">
      <span id={id}>{sentence}</span>
      {step && (
        <div className="hf-actions">
          <Button
            spacing="compact"
            isLoading={busy}
            aria-label={`${step.verb}: ${agreement.deliverable}`}
            aria-describedby={id}
            onClick={() => {
              setBusy(true);
              void step.take().finally(() => setBusy(false));
            }}
          >
            {step.verb}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What is said, and the button where the reader may act on it. */
function useLine(offer: JiraOffer, agreement: AgreementView, issueKey: IssueKey, act: StepTaker['act']) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { nameOf } = useFormContext();
  const { id: agreementId, providerIssueKey = '' } = agreement;
  const issue = <IssueLink issueKey={providerIssueKey} />;
  switch (offer.kind) {
    case 'begun-unanswered':
      return {
        sentence: offer.isYours ? (
          <Text id="agreement.jiraBegunYours" values={{ issue }} />
        ) : (
          <Text id="agreement.jiraBegun" values={{ issue, person: offer.provider }} />
        ),
      };
    case 'done-undelivered':
      return {
        sentence: (
          <Text id={offer.isYours ? 'agreement.jiraDoneYours' : 'agreement.jiraDone'} values={{ issue }} />
        ),
      };
    case 'assigned-elsewhere': {
      const person = offer.assignee.displayName;
      const sentence = <Text id="agreement.jiraAssigned" values={{ issue, person }} />;
      const input = { agreementId, providerAccountId: offer.assignee.accountId };
      const said = t('panel.saidRequested', { person });
      const take = () => act('agreement/reassign', input, said);
      return { sentence, step: offer.mayAsk ? { verb: t('panel.askPerson', { person }), take } : undefined };
    }
    case 'due-before': {
      const date = dayText(offer.due, today, locale);
      const sentence = (
        <Text id="agreement.jiraDue" values={{ issue: <IssueLink issueKey={issueKey} />, date }} />
      );
      const reason = t('agreement.jiraDueReason', { issue: issueKey, date });
      const take = () =>
        offer.step === 'renegotiate'
          ? act(
              'agreement/renegotiate',
              { agreementId, committedBy: offer.due, reason },
              t('agreement.saidDateAsked'),
            )
          : act(
              'agreement/restate',
              { agreementId, neededBy: offer.due },
              t('panel.saidRequested', { person: nameOf(agreement.providerAccountId) }),
            );
      return { sentence, step: offer.step ? { verb: t('agreement.jiraAskDue', { date }), take } : undefined };
    }
  }
}
