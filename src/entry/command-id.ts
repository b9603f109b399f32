import { safeParse } from 'zod/mini';
import { callByKey, type CallKey } from '../contract/calls';
import type { Definition } from '../contract/calls/define-call';
import { commandId } from '../contract/input-parts';
import { CallRefused } from '../contract/refusal';
import { wordInvalid } from '../contract/wording/refusals';

interface Said {
  readonly payload: unknown;
  readonly commandId?: string;
}

/** Beside the payload of any command may stand what its sender calls it. */
export function takeCommandId(key: CallKey, unverifiedPayload: unknown): Said {
  const call: Definition = callByKey[key];
  const isGiven =
    ('command' in call || call.givesCommand === true) &&
    typeof unverifiedPayload === 'object' &&
    unverifiedPayload !== null &&
    Object.hasOwn(unverifiedPayload, 'commandId');
  if (!isGiven) return { payload: unverifiedPayload };
  const { commandId: named, ...payload }: { readonly commandId?: unknown } = unverifiedPayload;
  const parsed = safeParse(commandId(), named);
  if (parsed.success) return { payload, commandId: parsed.data };
  throw new CallRefused({
    code: 'invalid',
    message: wordInvalid('commandId', 'not-a-command-id'),
    field: 'commandId',
  });
}
