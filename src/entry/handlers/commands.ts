import type { AuthorizedItem } from '../../app/charter/authorize-item';
import { namedIn, runCommand } from '../../app/charter/run-command';
import type { Success } from '../../contract/answers';
import { calls, type AnyCall, type CallKey } from '../../contract/calls';
import type { Input } from '../../contract/inputs';
import type { CharterCommand } from '../../domain/charter/commands';
import { handle, type CallPorts, type Handled } from '../handle';

type CommandCall = Extract<AnyCall, { readonly command: string }>;

export type CommandKey = CommandCall['key'];

/** Which of a call's answers comes back follows from the scope; the contract lists both where both can. */
export const giveCommand = async <K extends CallKey>(
  _call: { readonly key: K },
  {
    scope,
    command,
    revision,
  }: { scope: AuthorizedItem; command: CharterCommand; revision: number | undefined },
  ports: CallPorts,
): Promise<Success<K>> => (await runCommand(scope, command, ports, revision)) as Success<K>;

function handleCommand(call: CommandCall, ports: CallPorts): Handled<CommandKey> {
  // `defineCommandCall` has held the input against the command's payload.
  const commandOf = (payload: object): CharterCommand =>
    ({ ...payload, type: call.command }) as CharterCommand;
  return handle<CommandKey>(
    call,
    // The revision they decided on is no part of what they want.
    (scope, { seen: revision, ...payload }: Input<CommandKey>) =>
      giveCommand(call, { scope, command: commandOf(payload), revision }, ports),
    ({ seen: _, ...payload }) => namedIn(commandOf(payload)),
  );
}

/** The calls that give one command on the item's charter. */
export const commandHandlers = (ports: CallPorts): Handled<CommandKey> =>
  Object.assign(
    {},
    ...calls.flatMap((call) => ('command' in call ? [handleCommand(call, ports)] : [])),
  ) as Handled<CommandKey>;
