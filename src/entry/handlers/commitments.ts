import { answerCommitments as answerEach } from '../../app/commitments/answer-commitments';
import { listCommitments as listRows } from '../../app/commitments/list-commitments';
import { listMail as listCounted } from '../../app/notices/list-mail';
import { choose } from '../../app/notices/sending/choose';
import { chooseNotices } from '../../contract/calls/notice/preferences';
import { answerCommitments } from '../../contract/calls/commitments/answer';
import { listCommitments } from '../../contract/calls/commitments/list';
import { listMail } from '../../contract/calls/commitments/mail';
import { handle, merge, type CallPorts } from '../handle';

/** The calls of My commitments. */
export const commitmentHandlers = (ports: CallPorts) =>
  merge(
    handle(listCommitments, ({ accountId }, { cursor }) => listRows({ accountId, cursor }, ports)),
    handle(listMail, ({ accountId }) => listCounted(accountId, ports)),
    handle(chooseNotices, ({ accountId }, { choices }) => choose(accountId, choices, ports.preferences)),
    handle(answerCommitments, ({ accountId, invokeAs }, { answers }) =>
      answerEach({ accountId, answers, invokeAs }, ports),
    ),
  );
