import { answerCommitments, type Enter } from '../app/answer-commitments';
import { charterAnswer, completePeople } from '../app/charter-answer';
import type { ItemScope } from '../app/item-scope';
import { listCommitments } from '../app/list-commitments';
import { matchBlocker } from '../app/match-blocker';
import { reportPage } from '../app/report-page';
import { namedIn, runCommand } from '../app/run-command';
import { savePolicy } from '../app/save-policy';
import type { Success } from '../contract/answers';
import type { access } from '../contract/access';
import type { CallKey, Input } from '../contract/inputs';
import type { CharterCommand } from '../domain/charter/commands';
import type { AccountId } from '../domain/values';
import type { CharterStore, Clock, CommitmentStore, FollowUps, Jira, PolicyStore } from '../app/ports';

export interface ProjectScope {
  readonly accountId: AccountId;
  readonly projectKey: string;
}

/** Somebody who is logged in, on a page that belongs to no work item and no project. */
export interface PersonScope {
  readonly accountId: AccountId;
  /** Makes another call as this person, on a work item the app has found for them. */
  readonly enter: Enter;
}

type ScopeOf<K extends CallKey> = (typeof access)[K] extends 'item' | 'item-or-provider'
  ? ItemScope
  : (typeof access)[K] extends 'person'
    ? PersonScope
    : ProjectScope;

/** What a call does once its input is parsed and its caller let in; it never sees either unchecked. */
export interface Call<K extends CallKey> {
  readonly run: (scope: ScopeOf<K>, input: Input<K>) => Promise<Success<K>>;
  /** Accounts the input names, read in the same wave as the item. */
  readonly named?: (input: Input<K>) => readonly AccountId[];
  /** The agreement whose provider may make the call without seeing the item. */
  readonly agreementOf?: (input: Input<K>) => string;
}

type Commanding = Exclude<
  CallKey,
  'charter/get' | 'commitments/list' | 'commitments/answer' | 'report/page' | 'policy/get' | 'policy/save'
>;

type ProviderCall = {
  [K in CallKey]: (typeof access)[K] extends 'item-or-provider' ? K : never;
}[CallKey];

export interface CallPorts {
  readonly jira: Jira;
  readonly charters: CharterStore;
  readonly commitments: CommitmentStore;
  readonly policies: PolicyStore;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** A call that is one command on the item's charter. */
function commandCall<K extends Commanding>(
  ports: CallPorts,
  toCommand: (input: Input<K>) => CharterCommand,
): Call<K> {
  return {
    named: (input) => namedIn(toCommand(input)),
    // Which of the two answers comes back follows from the scope; the contract lists both where both can.
    run: async (scope, input) =>
      (await runCommand(scope as ItemScope, toCommand(input), ports)) as Success<K>,
  };
}

/** What every call of the contract does, on the ports it is given. */
export function callsOn(ports: CallPorts): { readonly [K in CallKey]: Call<K> } {
  const { jira, charters, commitments, policies, clock } = ports;
  const command = <K extends Commanding>(toCommand: (input: Input<K>) => CharterCommand) =>
    commandCall<K>(ports, toCommand);
  /** A command that a provider may give on their own agreement, whether or not they may see the item. */
  const byProvider = <K extends Commanding & ProviderCall>(
    toCommand: (input: Input<K>) => CharterCommand,
  ): Call<K> => ({
    ...command<K>(toCommand),
    agreementOf: ({ agreementId }) => agreementId,
  });
  return {
    'charter/get': {
      run: async (scope) => {
        const { item } = scope;
        if (!item) throw new Error('charter/get is open to people who see the item only');
        const people = await completePeople(scope.stored, scope.people, jira);
        return charterAnswer({ ...scope, item }, scope.stored, people, clock.now());
      },
    },
    'dri/nominate': command(({ accountId }) => ({ type: 'nominate-dri', accountId })),
    'dri/accept': command(() => ({ type: 'accept-dri' })),
    'dri/decline': command((input) => ({ type: 'decline-dri', ...input })),
    'authority/grant': command((input) => ({ type: 'grant-authority', ...input })),
    'dependencies/declare-none': command(() => ({ type: 'declare-no-dependencies' })),
    'agreement/request': {
      named: ({ providerAccountId }) => [providerAccountId],
      run: async (scope, input) => {
        const providerIssueKey =
          input.providerIssueKey ?? (await matchBlocker(scope, input.providerAccountId, jira));
        return command<'agreement/request'>((asked) => ({ type: 'request-agreement', ...asked })).run(scope, {
          ...input,
          ...(providerIssueKey !== undefined && { providerIssueKey }),
        });
      },
    },
    'agreement/acknowledge': byProvider((input) => ({ type: 'acknowledge-agreement', ...input })),
    'agreement/counter': byProvider((input) => ({ type: 'counter-agreement', ...input })),
    'agreement/decline': byProvider((input) => ({ type: 'decline-agreement', ...input })),
    'agreement/deliver': byProvider((input) => ({ type: 'deliver-agreement', ...input })),
    'agreement/reassign': byProvider((input) => ({ type: 'reassign-agreement', ...input })),
    'agreement/renegotiate': byProvider((input) => ({ type: 'renegotiate-agreement', ...input })),
    'agreement/answer-renegotiation': byProvider((input) => ({ type: 'answer-renegotiation', ...input })),
    'agreement/accept-counter': command((input) => ({ type: 'accept-counter', ...input })),
    'agreement/restate': command((input) => ({ type: 'restate-agreement', ...input })),
    'agreement/accept-delivery': command((input) => ({ type: 'accept-delivery', ...input })),
    'agreement/return': command((input) => ({ type: 'return-delivery', ...input })),
    'agreement/withdraw': command((input) => ({ type: 'withdraw-agreement', ...input })),
    'brief/write': command((input) => ({ type: 'write-brief', ...input })),
    'commitments/list': {
      run: ({ accountId }, { cursor }) =>
        listCommitments({ accountId, cursor }, { jira, commitments, charters, policies, clock }),
    },
    'commitments/answer': {
      run: ({ accountId, enter }, { answers }) =>
        answerCommitments({ accountId, answers, enter }, { commitments }),
    },
    'report/page': {
      run: ({ projectKey }, { cursor, filter }) =>
        reportPage(
          { projectKey, cursor, scope: filter?.scope ?? 'policy', text: filter?.text },
          { jira, charters, policies, clock },
        ),
    },
    'policy/get': {
      run: async ({ projectKey }) => ({ ok: true, ...(await policies.read(projectKey)) }),
    },
    'policy/save': {
      run: ({ projectKey, accountId: by }, { policy }) =>
        savePolicy({ projectKey, policy, by }, { policies, clock }),
    },
  };
}
