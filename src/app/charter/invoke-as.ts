import type { Answer } from '../../contract/answers';
import type { CallKey } from '../../contract/calls';
import type { AnswerCall, ReportActs } from '../../contract/calls/item-calls';
import type { IssueKey } from '../../domain/values';

/** Makes a call on a work item as the person who asked, through the door every call comes through. */
export type Enter = (
  issueKey: IssueKey,
  call: AnswerCall | ReportActs[keyof ReportActs],
  unverifiedPayload: unknown,
) => Promise<Answer<CallKey>>;
