import type { JiraDouble } from '../kernel';
import { resolverContext, type Place } from './context';
import type { FunctionRunner } from './functions';
import type { Installation } from './installation';
import type { licenceOf } from './licence';
import { findModule, type AppManifest } from './manifest';
import { backendContext } from './runtime';

/** Sizes of a front-end invocation. https://developer.atlassian.com/platform/forge/limits-invocation/ */
export const INVOKE_MAX_REQUEST_BYTES = 500 * 1024;
export const INVOKE_MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

export type InvokeErrorCode =
  'MODULE_NOT_FOUND' | 'PAYLOAD_TOO_LARGE' | 'RESPONSE_TOO_LARGE' | 'FUNCTION_ERR' | 'FUNCTION_TIME_OUT';

/** The platform's own refusal of an invocation; the app's refusals are ordinary answers. */
export class InvokeError extends Error {
  constructor(
    readonly code: InvokeErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface InvokeRequest {
  readonly moduleKey: string;
  /** The resolver's key, `noun/verb`. */
  readonly functionKey: string;
  readonly payload: unknown;
  readonly place: Place;
  readonly accountId: string | undefined;
}

/**
 * What the bridge's `invoke` does: runs the module's resolver as a person and returns its answer.
 * @throws InvokeError when the platform, not the app, stands in the way, or when the function throws.
 */
export async function runResolver(
  needs: {
    readonly manifest: AppManifest;
    readonly installation: Installation;
    readonly runner: FunctionRunner;
    readonly licence: () => ReturnType<typeof licenceOf>;
    readonly jira: JiraDouble;
  },
  request: InvokeRequest,
): Promise<unknown> {
  const module = findModule(needs.manifest, request.moduleKey);
  if (module?.functions.resolver === undefined) {
    throw new InvokeError(
      'MODULE_NOT_FOUND',
      `The manifest has no module ${request.moduleKey} with a resolver.`,
    );
  }
  if (bytesOf(request.payload) > INVOKE_MAX_REQUEST_BYTES) {
    throw new InvokeError('PAYLOAD_TOO_LARGE', 'The payload of an invocation can take at most 500 KB.');
  }
  const { place, accountId } = request;
  const context = {
    ...(await resolverContext(needs.jira, needs.installation, module, place, accountId)),
    ...needs.licence(),
  };
  const outcome = await needs.runner.run({
    kind: 'resolver',
    moduleKey: module.key,
    functionKey: module.functions.resolver,
    resolverKey: request.functionKey,
    accountId,
    event: { call: { functionKey: request.functionKey, payload: request.payload }, context },
    context: backendContext(needs.installation, accountId, needs.licence()),
  });
  if (outcome.kind === 'timed-out') {
    throw new InvokeError('FUNCTION_TIME_OUT', `The function did not answer within ${outcome.afterMs} ms.`);
  }
  if (outcome.kind === 'failed') {
    throw new InvokeError(
      'FUNCTION_ERR',
      `There was an error invoking the function - ${outcome.error.message}`,
    );
  }
  if (bytesOf(outcome.value) > INVOKE_MAX_RESPONSE_BYTES) {
    throw new InvokeError('RESPONSE_TOO_LARGE', 'The answer of an invocation can take at most 5 MB.');
  }
  return outcome.value;
}

function bytesOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}
