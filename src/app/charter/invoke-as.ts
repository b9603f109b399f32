import type { Answer } from '../../contract/answers';
import type { CallKey } from '../../contract/calls';
import type { AnswerCall, ReportActs } from '../../contract/calls/item-calls';
import type { IssueKey } from '../../domain/values';

/** Invokes a call on a work item as the person who asked, with the checks of every call. */
export type InvokeAs = (
  issueKey: IssueKey,
  call: AnswerCall | ReportActs[keyof ReportActs],
  unverifiedPayload: unknown,
) => Promise<Answer<CallKey>>;
