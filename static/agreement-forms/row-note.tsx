import type { ReactNode } from 'react';
import type { AgreementView } from '../../src/contract/answers';
import { dayText } from '../../src/contract/texts/dates';
import {
  awaitsName,
  isSaidAtRisk,
  isUnsettled,
  type ReturnCause,
} from '../../src/domain/charter/agreement/agreement';
import { MomentText } from '../ui/date-text';
import { useSurroundings, useToday } from '../ui/surroundings';
import { IssueLink } from '../ui/issue-link';
import { Text, type PlainTextId } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';

const returnedText: Readonly<Record<ReturnCause, PlainTextId>> = {
  spec: 'agreement.noteReturnedSpec',
  quality: 'agreement.noteReturnedQuality',
};

/** What is said of a promise and not settled yet: read before the buttons beside it. */
export function RowNote({ agreement }: { agreement: AgreementView }) {
  return (
    <>
      <Untaken agreement={agreement} />
      <OfTeam agreement={agreement} />
      <OtherSide agreement={agreement} />
      <ProposedIssue agreement={agreement} />
      <AskedAbout agreement={agreement} />
    </>
  );
}

/** Another work item that one side named for it, and that counts once the other side names it too. */
function ProposedIssue({ agreement: { linkProposal } }: { agreement: AgreementView }) {
  const { nameOf } = useFormContext();
  if (!linkProposal) return null;
  const { proposedBy, providerIssueKey } = linkProposal;
  return (
    <div className="hf-note">
      <Text
        id={providerIssueKey === undefined ? 'agreement.noteLinkHidden' : 'agreement.noteLink'}
        values={{ person: nameOf(proposedBy), issueKey: providerIssueKey ?? '' }}
      />
    </div>
  );
}

/** That nobody has said yet that they need it. */
function Untaken({ agreement: { carriedFrom, untaken } }: { agreement: AgreementView }) {
  if (!untaken) return null;
  return (
    <div className="hf-note">
      {carriedFrom ? (
        <Text
          id="agreement.noteUntakenFrom"
          values={{ issue: <IssueLink issueKey={carriedFrom.issueKey} /> }}
        />
      ) : (
        <Text id="agreement.noteUntaken" />
      )}
    </div>
  );
}

/** The team that was asked, and what waits there. */
function OfTeam({ agreement }: { agreement: AgreementView }) {
  const { me, nameOf } = useFormContext();
  const { providerAccountId, team } = agreement;
  if (!team || !isUnsettled(agreement)) return null;
  const id = !awaitsName(agreement)
    ? 'agreement.noteOfTeam'
    : providerAccountId === me
      ? 'agreement.noteTeamYours'
      : 'agreement.noteTeam';
  return (
    <div className="hf-note">
      <Text id={id} values={{ team: team.name, person: nameOf(providerAccountId) }} />
    </div>
  );
}

/** What a check-in said of it, or that it did not ask. */
function AskedAbout({ agreement }: { agreement: AgreementView }) {
  const { walkedThrough } = agreement;
  const isNotAsked = walkedThrough?.answer === 'not-asked' && isUnsettled(agreement);
  if (!walkedThrough || (!isNotAsked && !isSaidAtRisk(agreement))) return null;
  return (
    <div className="hf-note">
      <Text
        id={isNotAsked ? 'agreement.noteNotAsked' : 'agreement.noteAtRisk'}
        values={{ when: <MomentText at={walkedThrough.at} /> }}
      />
    </div>
  );
}

/** What the other side said and is not answered yet. */
function OtherSide({ agreement }: { agreement: AgreementView }) {
  const { nameOf } = useFormContext();
  const { locale } = useSurroundings();
  const today = useToday();
  const day = (date: string) => dayText(date, today, locale);
  const person = nameOf(agreement.providerAccountId);
  switch (agreement.status) {
    case 'requested':
      if (agreement.spokenYes) {
        const { recordedBy, committedBy } = agreement.spokenYes;
        return (
          <Note quote={undefined}>
            <Text
              id="agreement.noteSpokenYes"
              values={{ person, date: day(committedBy), by: nameOf(recordedBy) }}
            />
          </Note>
        );
      }
      if (agreement.question) {
        return (
          <Note quote={agreement.question.text}>
            <Text id="agreement.noteAsksBack" values={{ person }} />
          </Note>
        );
      }
      if (agreement.answered) {
        return (
          <Note quote={agreement.answered.answer}>
            <Text id="agreement.noteAnswered" values={{ question: agreement.answered.question }} />
          </Note>
        );
      }
      return agreement.reply ? (
        <Note quote={agreement.reply.reason}>
          <Text id="agreement.noteReplyLater" values={{ person, date: day(agreement.reply.by) }} />
        </Note>
      ) : null;
    case 'countered': {
      const { committedBy, deliverable, reason } = agreement.counter;
      const date = day(committedBy);
      return deliverable === undefined ? (
        <Note quote={reason}>
          <Text id="agreement.noteCounter" values={{ person, date }} />
        </Note>
      ) : (
        <Note quote={reason}>
          <Text id="agreement.noteCounterWhat" values={{ person, date, what: deliverable }} />
        </Note>
      );
    }
    case 'acknowledged': {
      const { doubt, renegotiation, lastReturn } = agreement;
      if (renegotiation) {
        const values = {
          person: nameOf(renegotiation.proposedBy),
          date: day(renegotiation.committedBy),
          old: day(agreement.committedBy),
        };
        return (
          <Note quote={renegotiation.reason}>
            <Text id="agreement.noteNewDate" values={values} />
          </Note>
        );
      }
      if (doubt) {
        return (
          <Note quote={doubt.reason}>
            <Text id="agreement.noteDoubted" values={{ person }} />
          </Note>
        );
      }
      return lastReturn ? (
        <Note quote={lastReturn.reason}>
          <Text id={returnedText[lastReturn.cause]} />
        </Note>
      ) : null;
    }
    case 'delivered':
      return (
        <Note quote={agreement.evidence}>
          <Text id="agreement.noteDelivered" values={{ person }} />
        </Note>
      );
    default:
      return null;
  }
}

function Note({ children, quote }: { children: ReactNode; quote: string | undefined }) {
  return (
    <div className="hf-note">
      {children}
      {quote !== undefined && (
        <>
          {' '}
          <q dir="auto">{quote}</q>
        </>
      )}
    </div>
  );
}
