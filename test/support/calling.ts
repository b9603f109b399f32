import { safeParse } from 'zod/mini';
import type { Answer } from '../../src/contract/answers';
import type { CallKey } from '../../src/contract/inputs';
import { refusalSchema } from '../../src/contract/shapes/refusal';
import { callsOn } from '../../src/entry/calls';
import { dispatch, type Caller } from '../../src/entry/dispatch';
import type { World } from './memory-ports';
import { outputOf } from './outputs';

export const from = (accountId: string | undefined, more: Partial<Caller> = {}): Caller => ({
  accountId,
  issueKey: 'EXP-1',
  projectKey: 'EXP',
  ...more,
});

/** Makes a call as the browser does, and holds its answer to the contract's own schema. */
export async function call(
  here: World,
  key: string,
  payload: unknown,
  caller: Caller,
): Promise<Answer<CallKey>> {
  const { jira, charters, policies, clock } = here;
  const contract = {
    calls: callsOn(here),
    item: { jira, charters, policies, clock },
    project: jira,
  };
  const answer = await dispatch(key, payload, caller, contract);
  const schema = answer.ok ? await outputOf(key as CallKey) : refusalSchema;
  // As it arrives on the other side of the bridge: without keys that are undefined.
  const arrived: unknown = JSON.parse(JSON.stringify(answer));
  const parsed = safeParse(schema, arrived);
  if (!parsed.success) throw new Error(`${key} broke its promise: ${parsed.error.message}`);
  expect(arrived).toEqual(answer);
  return answer;
}
