import { safeParse } from 'zod/mini';
import {
  authorizeItem,
  type ItemPorts,
  type ItemRequest,
  type AuthorizedItem,
} from '../app/charter/authorize-item';
import { Unavailable } from '../platform/unavailable';
import { CommandRejected } from '../app/charter/run-command';
import { logError } from '../platform/log';
import type { Answer } from '../contract/answers';
import { callByKey, type CallKey } from '../contract/calls';
import { turnsOnRights } from '../contract/calls/roles';
import type { Definition, SubjectField } from '../contract/calls/define-call';
import type { Input } from '../contract/inputs';
import { CallRefused, type Refusal } from '../contract/refusal';
import { namesFrom } from '../contract/wording/names';
import { refusalText, wordInvalid, wordUnavailable } from '../contract/wording/refusals';
import { fieldOf, wordRejection } from '../contract/wording/rejections';
import type { AccountId } from '../domain/values';
import type { RunOfPages } from '../app/subject/project-items';
import { takeCommandId } from './command-id';
import { againAfter, answerInTime, type Waiting } from './can-wait';
import type { Call, Handled } from './handle';
import { openProject, openWorkflow, readProject, refuseWith, type ProjectRights } from './open-project';
import type { PersonScope } from './scopes';
import { weighingRights } from './weigh-rights';

/** Where the platform says the call comes from. Never taken from the payload. */
export interface Caller {
  readonly accountId: AccountId | undefined;
  readonly issueKey: string | undefined;
  readonly projectKey: string | undefined;
  /** Which site; absent where the platform does not say. */
  readonly site?: string | undefined;
  /** The platform says that the app's licence has lapsed. */
  readonly isUnlicensed?: boolean | undefined;
}

export interface Contract {
  readonly calls: Handled<CallKey>;
  readonly item: ItemPorts;
  readonly project: ProjectRights;
  /** How what can wait is asked. */
  readonly waiting?: Waiting;
}

const isCallKey = (key: string): key is CallKey => Object.hasOwn(callByKey, key);

/** Names of unknown keys come from the caller and are told back to them; as much as a reader needs. */
const LONGEST_NAME = 100;

function parse<K extends CallKey>(key: K, unverifiedPayload: unknown): Input<K> {
  const parsed = safeParse(callByKey[key].input(), unverifiedPayload ?? {});
  if (parsed.success) return parsed.data as Input<K>;
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknownKey === undefined ? [] : [unknownKey])].join('.');
  const name = field === '' ? undefined : field.slice(0, LONGEST_NAME);
  throw new CallRefused({
    code: 'invalid',
    message: wordInvalid(
      name,
      unknownKey === undefined ? (issue?.message ?? '') : 'unknown-key',
      issue?.code === 'too_big' ? Number(issue.maximum) : undefined,
    ),
    ...(name !== undefined && { field: name }),
  });
}

/** Whether the call changes anything, itself or by a command that it gives. */
function isChange(key: CallKey, input: object): boolean {
  const call: Definition = callByKey[key];
  if ('command' in call || call.givesCommand === true) return true;
  const { changes = false } = call;
  return typeof changes === 'string' ? Object.hasOwn(input, changes) : changes;
}

/** A caller, with what belongs to one call of theirs. */
interface Asking extends Caller {
  readonly run?: RunOfPages | undefined;
  readonly commandId?: string | undefined;
}

/** A work item named in the call, for whoever administers its project or Jira. */
async function openAdministered(
  accountId: AccountId,
  named: string | undefined,
  { item, project }: Contract,
): Promise<AuthorizedItem> {
  const issueKey = named ?? refuseWith('invalid', refusalText('no-context'));
  const [scope, ofSite] = await Promise.all([
    authorizeItem({ accountId, issueKey, named: [] }, item),
    project.administersSite(),
  ]);
  if (!scope.administers && !ofSite) refuseWith('not-allowed', refusalText('not-project-admin'));
  return scope;
}

/** The same door once more, for each of several answers: nobody gets further through a list than on their own. */
const openPerson = (accountId: AccountId, contract: Contract): PersonScope => ({
  accountId,
  invokeAs: (issueKey, call, unverifiedPayload) =>
    dispatch(call, unverifiedPayload, { accountId, issueKey, projectKey: undefined }, contract),
});

/** What the input names in this field, where the call is about that. */
function subjectOf(key: CallKey, input: object, field: SubjectField): string | undefined {
  const { about }: Definition = callByKey[key];
  const named: unknown = about === field ? Reflect.get(input, field) : undefined;
  return typeof named === 'string' ? named : undefined;
}

async function authorise<K extends CallKey>(
  key: K,
  call: Call<K>,
  input: Input<K>,
  caller: Caller,
  contract: Contract,
) {
  const accountId = caller.accountId ?? refuseWith('anonymous', refusalText('anonymous'));
  const { access: needs }: Definition = callByKey[key];
  if (needs === 'person') return openPerson(accountId, contract);
  if (needs === 'site-admin') {
    if (!(await contract.project.administersSite())) refuseWith('not-allowed', refusalText('not-site-admin'));
    return { accountId };
  }
  if (needs === 'project' || needs === 'project-admin') return openProject(caller, needs, contract.project);
  if (needs === 'named-item-admin')
    return openAdministered(accountId, subjectOf(key, input, 'issueKey'), contract);
  if (needs === 'workflow-admin')
    return openWorkflow(accountId, subjectOf(key, input, 'projectId'), contract.project);
  const issueKey = caller.issueKey ?? refuseWith('invalid', refusalText('no-context'));
  const about = subjectOf(key, input, 'agreementId');
  const providerOf = needs === 'item-or-provider' ? about : undefined;
  const addresseeOf = needs === 'item-or-addressee' ? subjectOf(key, input, 'escalationId') : undefined;
  const request: ItemRequest = {
    accountId,
    issueKey,
    named: call.named?.(input) ?? [],
    ...(about !== undefined && { about }),
    ...(providerOf !== undefined && { providerOf }),
    ...(addresseeOf !== undefined && { addresseeOf }),
    withoutRights: !turnsOnRights(callByKey[key]),
  };
  return authorizeItem(request, contract.item);
}

async function answer<K extends CallKey>(
  key: K,
  unverifiedPayload: unknown,
  caller: Caller,
  contract: Contract,
): Promise<Answer<K>> {
  const { payload, commandId: named } = takeCommandId(key, unverifiedPayload);
  const input = parse(key, payload);
  if (caller.isUnlicensed && isChange(key, input)) refuseWith('unlicensed', refusalText('unlicensed'));
  const { canWait }: Definition = callByKey[key];
  const run = (asked: Input<K>, of?: RunOfPages) =>
    answerNow(
      key,
      asked,
      { ...caller, ...(of && { run: of }), ...(named !== undefined && { commandId: named }) },
      contract,
    );
  return canWait === true && contract.waiting
    ? answerInTime(key, input, caller, contract.waiting, run)
    : run(input);
}

async function answerNow<K extends CallKey>(
  key: K,
  input: Input<K>,
  caller: Asking,
  contract: Contract,
): Promise<Answer<K>> {
  const call = contract.calls[key];
  const { commandId } = caller;
  // `ScopeOf` follows from the call's `access`, as `authorise` does.
  const ask = (scope: object) => call.run(scope as Parameters<Call<K>['run']>[0], input);
  const { access: needs, readsOnly }: Definition = callByKey[key];
  if (needs === 'project' && readsOnly && !isChange(key, input))
    return readProject(caller, contract.project, ask);
  const scope = await authorise(key, call, input, caller, contract);
  const from = { ...scope, ...(commandId !== undefined && { commandId }) };
  return weighingRights(from, contract.item.jira, (as) =>
    call.run(as as Parameters<Call<K>['run']>[0], input),
  );
}

/**
 * The only way into a use case: parse, authorise, act, and answer every refusal in one shape.
 * Nothing a handler throws reaches the browser as it is.
 */
export async function dispatch(
  key: string,
  unverifiedPayload: unknown,
  caller: Caller,
  contract: Contract,
): Promise<Answer<CallKey>> {
  try {
    if (!isCallKey(key)) return refusal({ code: 'unknown-call', message: refusalText('unknown-call') });
    return await answer(key, unverifiedPayload, caller, contract);
  } catch (error) {
    return refusalOf(error);
  }
}

const refusal = (error: Refusal['error']): Refusal => ({ ok: false, error });

function refusalOf(error: unknown): Refusal {
  if (error instanceof CallRefused) return refusal(error.refusal);
  if (error instanceof CommandRejected) {
    const { rejection, people, today } = error;
    const field = fieldOf(rejection);
    return refusal({
      code: rejection.code,
      message: wordRejection(rejection, { name: namesFrom(people), today }),
      ...(field !== undefined && { field }),
    });
  }
  if (error instanceof Unavailable) {
    const again = againAfter(error);
    // Waiting one's turn is no trouble.
    if (!again.again) logError('A dependency did not answer', error);
    return refusal({ code: 'unavailable', message: wordUnavailable(error), ...again });
  }
  logError('A call failed', error);
  return refusal({ code: 'internal', message: refusalText('internal') });
}
