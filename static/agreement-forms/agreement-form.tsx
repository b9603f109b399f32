import type { AgreementView } from '../../src/contract/answers';
import { AnswerQuestionForm } from './answer-question-form';
import { AskMoreForm } from './ask-more-form';
import { CounterForm } from './counter-form';
import { DebriefForm } from '../follow-through/debrief/debrief-form';
import { DeclineForm } from './decline-form';
import { DeliverForm } from './deliver-form';
import { DoubtForm } from './doubt-form';
import { LinkForm } from './link-form';
import { ReassignForm } from './reassign-form';
import { RecordYesForm } from './record-yes-form';
import { RenegotiateForm } from './renegotiate-form';
import { ReplaceForm } from './replace-form';
import { ReplyLaterForm } from './reply-later-form';
import { RestateForm } from './restate-form';
import { ReturnForm } from './return-form';
import { SettleForm } from './settle-form';
import { TakeBackForm } from './take-back-form';
import { WithdrawForm } from './withdraw-form';
import type { AgreementFormKind } from './model/agreement-steps';

/** The form of the step that is open on an agreement; pages fetch them together, with the first one. */
export function AgreementForm({
  kind,
  agreement,
}: {
  kind: AgreementFormKind['kind'];
  agreement: AgreementView;
}) {
  return formOf(kind, agreement);
}

function formOf(kind: AgreementFormKind['kind'], agreement: AgreementView) {
  switch (kind) {
    case 'counter':
      return <CounterForm agreement={agreement} />;
    case 'debrief':
      return <DebriefForm agreement={agreement} />;
    case 'decline':
      return <DeclineForm agreement={agreement} />;
    case 'deliver':
      return <DeliverForm agreement={agreement} />;
    case 'doubt':
      return <DoubtForm agreement={agreement} />;
    case 'reassign':
      return <ReassignForm key={kind} agreement={agreement} handsOver={false} />;
    case 'hand-over':
      return <ReassignForm key={kind} agreement={agreement} handsOver />;
    case 'link':
      return <LinkForm agreement={agreement} />;
    case 'renegotiate':
      return <RenegotiateForm agreement={agreement} />;
    case 'record-yes':
      return <RecordYesForm agreement={agreement} />;
    case 'answer-question':
      return <AnswerQuestionForm agreement={agreement} />;
    case 'ask-more':
      return <AskMoreForm agreement={agreement} />;
    case 'replace':
      return <ReplaceForm agreement={agreement} />;
    case 'settle':
      return <SettleForm agreement={agreement} />;
    case 'take-back':
      return <TakeBackForm agreement={agreement} />;
    case 'reply-later':
      return <ReplyLaterForm agreement={agreement} />;
    case 'restate':
      return <RestateForm agreement={agreement} />;
    case 'return':
      return <ReturnForm agreement={agreement} />;
    case 'withdraw':
      return <WithdrawForm agreement={agreement} />;
  }
}
