import { actOnItems } from '../app/report/act-on-items';
import { answerCommitments } from '../app/commitments/answer-commitments';
import { charterAnswer, completePeople, sightOf } from '../app/charter/charter-answer';
import type { Enter } from '../app/charter/invoke-as';
import type { ItemScope } from '../app/charter/authorize-item';
import { ownHands, reportHands } from '../app/report/paper-owner';
import { listCommitments } from '../app/commitments/list-commitments';
import { historyPage } from '../app/charter/history-page';
import { matchBlocker, providerIssue } from '../app/charter/match-blocker';
import { remind } from '../app/notices/remind';
import { reportDrift } from '../app/report/drift';
import { reportHandoffs } from '../app/report/handoffs';
import { reportIndicators } from '../app/report/indicators';
import { reportPast } from '../app/report/jira-indicators';
import { reportPage } from '../app/report/page';
import { openCharter } from '../app/charter/open-charter';
import { namedIn, runCommand } from '../app/charter/run-command';
import { getPolicy, policyVersions, resolved, savePolicy } from '../app/policy/policy-answers';
import { previewPolicy } from '../app/policy/preview-policy';
import { runBacktest } from '../app/report/run-backtest';
import { changeReadiness, getReadiness, recordReinforcement } from '../app/readiness/readiness';
import { reportGadget } from '../app/report/gadget';
import { ruleMode } from '../app/gate/rule-mode';
import { testRule } from '../app/gate/test-rule';
import type { Success } from '../contract/answers';
import type { access } from '../contract/access';
import type { CallKey, Input } from '../contract/inputs';
import type { CharterCommand } from '../domain/charter/commands';
import type { AccountId, IssueKey } from '../domain/values';
import type { ItemHistories } from '../app/report/ports';
import type { CharterStore, Clock, CommitmentStore, Jira, PolicyRecords, PolicyStore } from '../app/ports';
import type { ClockStore } from '../app/notices/ports';
import type { FollowUps } from '../app/jobs/ports';
import type { ReadinessStore } from '../app/readiness/ports';
import type { ProgrammeCommand } from '../domain/readiness/decide';

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

/** A caller who administers Jira. */
export interface SiteScope {
  readonly accountId: AccountId;
}

/** A caller who may edit a workflow: one project's, or one that projects share. */
export interface WorkflowScope {
  readonly accountId: AccountId;
  readonly project: { readonly projectKey: string; readonly projectId: string } | null;
}

interface Scopes {
  readonly item: ItemScope;
  readonly 'item-or-provider': ItemScope;
  readonly 'item-or-addressee': ItemScope;
  readonly person: PersonScope;
  readonly project: ProjectScope;
  readonly 'project-admin': ProjectScope;
  readonly 'site-admin': SiteScope;
  readonly 'named-item-admin': ItemScope;
  readonly 'workflow-admin': WorkflowScope;
}

type ScopeOf<K extends CallKey> = Scopes[(typeof access)[K]];

/** What a call does once its input is parsed and its caller let in; it never sees either unchecked. */
export interface Call<K extends CallKey> {
  readonly run: (scope: ScopeOf<K>, input: Input<K>) => Promise<Success<K>>;
  /** Accounts the input names, read in the same wave as the item. */
  readonly named?: (input: Input<K>) => readonly AccountId[];
  /** The agreement the call is about: its own people may need to act without seeing the item. */
  readonly agreementOf?: (input: Input<K>) => string;
  /** The question whose addressee may make the call without seeing the item. */
  readonly escalationOf?: (input: Input<K>) => string;
  /** The work item a call names itself, where its page stands on none. */
  readonly itemOf?: (input: Input<K>) => IssueKey;
  /** Id of the project a call names itself. */
  readonly projectOf?: (input: Input<K>) => string | undefined;
}

type Commanding = Exclude<
  { [K in CallKey]: ScopeOf<K> extends ItemScope ? K : never }[CallKey],
  'charter/get' | 'history/page' | 'owner/hands' | 'rule/test' | 'reminder/send'
>;

type AgreementCall = {
  [K in CallKey]: Input<K> extends { readonly agreementId: string } ? K : never;
}[CallKey];

export interface CallPorts {
  readonly jira: Jira;
  readonly histories: ItemHistories;
  readonly charters: CharterStore;
  readonly commitments: CommitmentStore;
  readonly policies: PolicyStore;
  readonly policyRecords: Pick<PolicyRecords, 'page'>;
  readonly followUps: FollowUps;
  readonly clocks: Pick<ClockStore, 'notices' | 'commit'>;
  readonly readiness: ReadinessStore;
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
    run: async (scope, input) => {
      // What the caller had seen is no part of what they want.
      const { seen, ...command } = input as Input<K> & { readonly seen?: number | undefined };
      const wanted = toCommand(command as Input<K>);
      return (await runCommand(scope as ItemScope, wanted, ports, seen)) as Success<K>;
    },
  };
}

/** What every call of the contract does, on the ports it is given. */
export function callsOn(ports: CallPorts): { readonly [K in CallKey]: Call<K> } {
  const { jira, charters, commitments, policies, clock } = ports;
  const command = <K extends Commanding>(toCommand: (input: Input<K>) => CharterCommand) =>
    commandCall<K>(ports, toCommand);
  /** A command on one agreement. */
  const step = <K extends Commanding & AgreementCall>(
    toCommand: (input: Input<K>) => CharterCommand,
  ): Call<K> => ({
    ...command<K>(toCommand),
    agreementOf: ({ agreementId }) => agreementId,
  });
  /** One step of the project's readiness programme. */
  const programme =
    <T extends { readonly version: number }>(toCommand: (input: T) => ProgrammeCommand) =>
    ({ projectKey, accountId: by }: ProjectScope, input: T) =>
      changeReadiness({ projectKey, by, version: input.version }, toCommand(input), ports);
  return {
    'charter/get': {
      run: async (scope) => {
        const { item } = scope;
        if (!item) throw new Error('charter/get is open to people who see the item only');
        const stored = await openCharter({ ...scope, item }, ports);
        const { programmeLead } = scope.policy.clocks;
        const [people, sees] = await Promise.all([
          completePeople(stored, scope.people, jira, programmeLead),
          sightOf({ item }, stored, jira),
        ]);
        return charterAnswer({ ...scope, item }, stored, people, sees, clock.now());
      },
    },
    'history/page': { run: (scope, input) => historyPage(scope, input, { jira, charters }) },
    'dri/nominate': command(({ accountId }) => ({ type: 'nominate-dri', accountId })),
    'dri/accept': command(() => ({ type: 'accept-dri' })),
    'dri/decline': command((input) => ({ type: 'decline-dri', ...input })),
    'authority/grant': command((input) => ({ type: 'grant-authority', ...input })),
    'dependencies/declare-none': command(() => ({ type: 'declare-no-dependencies' })),
    'dependencies/declare-no-further': command(() => ({ type: 'declare-no-further-dependencies' })),
    'agreement/request': {
      named: ({ providerAccountId }) => [providerAccountId],
      run: async (scope, input) => {
        const { providerIssueKey: named } = input;
        const issue =
          named === undefined
            ? await matchBlocker(scope, input.providerAccountId, jira)
            : await providerIssue(scope, named, jira);
        return command<'agreement/request'>((asked) => ({
          type: 'request-agreement',
          ...asked,
          ...(issue && { providerIssueKey: issue.issueKey }),
          ...(issue !== undefined && { providerIssueId: issue?.issueId ?? null }),
        })).run(scope, input);
      },
    },
    'agreement/acknowledge': step((input) => ({ type: 'acknowledge-agreement', ...input })),
    'agreement/counter': step((input) => ({ type: 'counter-agreement', ...input })),
    'agreement/decline': step((input) => ({ type: 'decline-agreement', ...input })),
    'agreement/confirm': step((input) => ({ type: 'confirm-agreement', ...input })),
    'agreement/deliver': step((input) => ({ type: 'deliver-agreement', ...input })),
    'agreement/reassign': step((input) => ({ type: 'reassign-agreement', ...input })),
    'agreement/renegotiate': step((input) => ({ type: 'renegotiate-agreement', ...input })),
    'agreement/answer-renegotiation': step((input) => ({ type: 'answer-renegotiation', ...input })),
    'agreement/link': {
      agreementOf: ({ agreementId }) => agreementId,
      run: async (scope, input) => {
        const issue = await providerIssue(scope, input.providerIssueKey, jira);
        return command<'agreement/link'>((asked) => ({
          type: 'link-agreement',
          ...asked,
          ...(issue && { providerIssueKey: issue.issueKey }),
          providerIssueId: issue?.issueId ?? null,
        })).run(scope, input);
      },
    },
    'agreement/accept-counter': step((input) => ({ type: 'accept-counter', ...input })),
    'agreement/restate': step((input) => ({ type: 'restate-agreement', ...input })),
    'agreement/accept-delivery': step((input) => ({ type: 'accept-delivery', ...input })),
    'agreement/return': step((input) => ({ type: 'return-delivery', ...input })),
    'agreement/withdraw': step((input) => ({ type: 'withdraw-agreement', ...input })),
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
        reportPage({ projectKey, cursor, scope: filter?.scope ?? 'policy', text: filter?.text }, ports),
    },
    'report/indicators': {
      run: ({ projectKey }, input) => reportIndicators({ projectKey, ...input }, ports),
    },
    'owner/hands': { run: (scope) => ownHands(scope, ports) },
    'report/hands': {
      run: ({ accountId, projectKey }, { cursor, scope = 'policy' }) =>
        reportHands({ accountId, projectKey, cursor, scope }, ports),
    },
    'report/past': { run: ({ projectKey }, input) => reportPast({ projectKey, ...input }, ports) },
    'report/drift': { run: ({ projectKey }) => reportDrift({ projectKey }, ports) },
    'backtest/run': {
      run: async ({ projectKey }, { policy, ...input }) =>
        runBacktest(
          { projectKey, ...input, policy: policy && (await resolved(projectKey, policy, ports)) },
          ports,
        ),
    },
    'report/handoffs': {
      run: ({ projectKey }, { scope, cursor }) =>
        reportHandoffs({ projectKey, scope: scope ?? 'policy', cursor }, ports),
    },
    'report/act': { run: ({ enter }, input) => actOnItems({ ...input, enter }, { clock }) },
    'checkin/submit': command((input) => ({ type: 'submit-check-in', ...input })),
    'escalation/raise': command((input) => ({ type: 'raise-escalation', ...input })),
    'escalation/answer': {
      ...command<'escalation/answer'>((input) => ({ type: 'answer-escalation', ...input })),
      escalationOf: ({ escalationId }) => escalationId,
    },
    'gap/raise': command((input) => ({ type: 'raise-gap', ...input })),
    'gap/answer': command((input) => ({ type: 'answer-gap', ...input })),
    'review/decide': command((input) => ({ type: 'decide-review', ...input })),
    'review/set-date': command((input) => ({ type: 'set-review-date', ...input })),
    'reminder/send': {
      run: async (scope) => {
        const { item } = scope;
        if (!item) throw new Error('reminder/send is open to people who see the item only');
        return remind({ ...scope, item }, ports);
      },
    },
    'debrief/write': step((input) => ({ type: 'write-debrief', ...input })),
    'waiver/grant': command((input) => ({ type: 'grant-waiver', ...input })),
    'waiver/end': command((input) => ({ type: 'end-waiver', ...input })),
    'policy/get': { run: ({ projectKey }) => getPolicy({ project: projectKey }, ports) },
    'policy/save': {
      run: ({ projectKey, accountId: by }, { policy }) =>
        savePolicy({ owner: { project: projectKey }, version: policy.version, policy, by }, ports),
    },
    'policy/follow-site': {
      run: ({ projectKey, accountId: by }, { version }) =>
        savePolicy({ owner: { project: projectKey }, version, policy: null, by }, ports),
    },
    'policy/preview': {
      run: async ({ projectKey }, { policy, cursor }) =>
        previewPolicy({ projectKey, policy: await resolved(projectKey, policy, ports), cursor }, ports),
    },
    'policy/versions': { run: ({ projectKey }) => policyVersions({ project: projectKey }, ports) },
    'site-policy/get': { run: () => getPolicy('site', ports) },
    'site-policy/save': {
      run: ({ accountId: by }, { policy }) =>
        savePolicy({ owner: 'site', version: policy.version, policy, by }, ports),
    },
    'site-policy/versions': { run: () => policyVersions('site', ports) },
    'report/gadget': {
      run: ({ projectKey }, { cursor }) => reportGadget({ projectKey, cursor }, ports),
    },
    'readiness/get': { run: ({ projectKey }) => getReadiness(projectKey, ports) },
    'readiness/start': { run: programme(() => ({ type: 'start' })) },
    'readiness/choose': {
      run: programme<Input<'readiness/choose'>>(({ behaviours }) => ({ type: 'choose', behaviours })),
    },
    'readiness/watch': {
      run: programme<Input<'readiness/watch'>>(({ indicators }) => ({ type: 'watch', indicators })),
    },
    'readiness/reinforce': {
      run: ({ projectKey, accountId: by }, input) => recordReinforcement({ projectKey, by, ...input }, ports),
    },
    'readiness/decide': {
      run: programme<Input<'readiness/decide'>>(({ choice, reason }) => ({ type: 'decide', choice, reason })),
    },
    'rule/test': {
      itemOf: ({ issueKey }) => issueKey,
      run: async (scope, { rule }) => {
        const { item } = scope;
        if (!item) throw new Error('rule/test is open to people who see the item only');
        return testRule({ ...scope, item }, rule, ports);
      },
    },
    'rule/mode': {
      projectOf: ({ projectId }) => projectId,
      run: ({ project }) => ruleMode(project, ports),
    },
  };
}
