import type { ZodMiniType } from 'zod/mini';
import { callByKey, type CallKey } from '../../src/contract/calls';
import type { Definition } from '../../src/contract/calls/define-call';
import { commandOutputs, type CommandOutputs } from '../../src/contract/shapes/charter-answer';

const built = new Map<CallKey, ZodMiniType>();

async function build(key: CallKey): Promise<ZodMiniType> {
  const call: Definition & { readonly command?: string } = callByKey[key];
  if (call.command !== undefined) return commandOutputs[(call.about ?? 'charter') as keyof CommandOutputs]();
  const file = (await import(`../../src/contract/calls/${key}`)) as { readonly output?: () => ZodMiniType };
  if (!file.output) throw new Error(`${key} does not say what it answers`);
  return file.output();
}

/** The schema of what a call answers, out of the call's own file: nothing that runs on Forge or in a page loads it. */
export async function outputOf(key: CallKey): Promise<ZodMiniType> {
  const schema = built.get(key) ?? (await build(key));
  built.set(key, schema);
  return schema;
}
