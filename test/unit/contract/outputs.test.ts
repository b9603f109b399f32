import type { output } from 'zod/mini';
import { calls } from '../../../src/contract/calls';
import type { Refusal } from '../../../src/contract/refusal';
import { refusalSchema } from '../../../src/contract/shapes/refusal';
import { outputOf } from '../../support/outputs';

it.each(calls.map(({ key }) => key))('%s says what it answers, as a schema', async (key) => {
  expect(await outputOf(key)).toHaveProperty('safeParse');
});

/** Does not compile when the schema of a refusal says less, more or something else than its type. */
type Fits<A, B> = [A] extends [B] ? true : false;
const refusalFits: Fits<Refusal, output<typeof refusalSchema>> = true;

it('gives every refusal one shape', () => {
  expect(refusalFits).toBe(true);
  const refusal: Refusal = { ok: false, error: { code: 'not-found', message: 'There is no such item.' } };
  expect(refusalSchema.safeParse(refusal).success).toBe(true);
  expect(refusalSchema.safeParse({ ...refusal, ok: true }).success).toBe(false);
});
