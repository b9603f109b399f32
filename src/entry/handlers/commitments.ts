import { answerCommitments as answerEach } from '../../app/commitments/answer-commitments';
import { listCommitments as listRows } from '../../app/commitments/list-commitments';
import { answerCommitments } from '../../contract/calls/commitments/answer';
import { listCommitments } from '../../contract/calls/commitments/list';
import { handle, merge, type CallPorts } from '../handle';

/** The calls of My commitments. */
export const commitmentHandlers = (ports: CallPorts) =>
  merge(
    handle(listCommitments, ({ accountId }, { cursor }) => listRows({ accountId, cursor }, ports)),
    handle(answerCommitments, ({ accountId, invokeAs }, { answers }) =>
      answerEach({ accountId, answers, invokeAs }, ports),
    ),
  );
