import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { carriedFrom } from '../../domain/charter/agreement/carry';
import type { CharterCommand, Rejection } from '../../domain/charter/commands';
import { decide } from '../../domain/charter/decide';
import { utcDate } from '../../domain/time/time';
import type { IssueKey } from '../../domain/values';
import { ownOrNone } from '../subject/own-charter';
import type { Clock, Jira } from '../ports';
import type { FollowUps } from '../jobs/ports';
import { followUpsOf } from '../charter/after-change';
import type { AuthorizedItem } from '../charter/authorize-item';
import { changeCharter } from '../charter/change-charter';
import type { CharterStore } from '../charter/ports';
import { CommandRejected, followQuietly } from '../charter/run-command';

export interface CarryPorts {
  readonly jira: Pick<Jira, 'workItem'>;
  readonly charters: Pick<CharterStore, 'readCharter' | 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

type Settle = Extract<CharterCommand, { readonly type: 'settle-agreement' }>;

const field = 'toIssueKey';

/**
 * Takes a promise along to the work item that still needs it, before it is settled where it was given: should that fail,
 * the promise stands twice until it is said again, and is not lost. Said again, it is carried once.
 *
 * @returns the key of that work item as Jira has it now.
 * @throws CommandRejected, CallRefused, Unavailable. In each case nothing was settled.
 */
export async function carryPromise(
  { accountId, administers, canEdit, issueKey, item, policy, stored }: AuthorizedItem,
  command: Settle & { readonly toIssueKey: IssueKey },
  { jira, charters, followUps, clock }: CarryPorts,
): Promise<IssueKey> {
  const now = clock.now();
  const refuse = (rejection: Rejection): never => {
    throw new CommandRejected(rejection, {}, utcDate(now));
  };
  const actor = { accountId, canEdit, administers };
  const facts = { actor, people: {}, issueKey, policy, now };
  const decided = decide(stored.charter, command, { ...facts, progress: item?.status.category });
  if (!decided.ok) return refuse(decided.error);
  const agreement = stored.charter.agreements.find(({ id }) => id === command.agreementId);
  const raw = await jira.workItem('user', command.toIssueKey);
  if (!raw || !agreement) return refuse({ code: 'issue-not-found', field, issueKey: command.toIssueKey });
  const target = ownOrNone(await charters.readCharter(raw.issueKey), raw.issueId);
  if (raw.toWorkItem(policy).status.category === 'done') return refuse({ code: 'target-finished', field });
  const changed = await changeCharter(
    {
      issueKey: raw.issueKey,
      issueId: raw.issueId,
      stored: target,
      command: { type: 'carry-agreement', carried: carriedFrom(issueKey, agreement) },
      facts: { ...facts, issueKey: raw.issueKey },
    },
    charters,
  );
  if (changed.ok) {
    await followQuietly(followUpsOf(raw.issueKey, changed.value, now), followUps);
    return raw.issueKey;
  }
  const { error } = changed;
  if (error.code === 'already-recorded') return raw.issueKey;
  if (error.code === 'busy' || error.code === 'charter-full') {
    throw new CallRefused({ code: error.code, message: refusalText(error.code) });
  }
  return refuse(error);
}
