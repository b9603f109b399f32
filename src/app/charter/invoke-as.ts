import type { Answer } from '../../contract/answers';
import type { AnswerCall } from '../../contract/answer-calls';
import type { CallKey } from '../../contract/inputs';
import type { REPORT_ACTS } from '../../contract/report-acts';
import type { IssueKey } from '../../domain/values';

/** Makes a call on a work item as the person who asked, through the door every call comes through. */
export type Enter = (
  issueKey: IssueKey,
  call: AnswerCall | (typeof REPORT_ACTS)[keyof typeof REPORT_ACTS],
  unverifiedPayload: unknown,
) => Promise<Answer<CallKey>>;
