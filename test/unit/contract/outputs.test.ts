import type { output, ZodMiniType } from 'zod/mini';
import type { Success } from '../../../src/contract/answers';
import { inputs, type CallKey } from '../../../src/contract/inputs';
import { outputs, type refusalSchema } from '../../../src/contract/outputs';
import type { Refusal } from '../../../src/contract/refusal';

/**
 * `answers.ts` and `outputs.ts` say the same thing, once to the compiler and once to programs.
 * These lines do not compile when one of them says more, less or something else.
 */
type Schema<K extends CallKey> = output<(typeof outputs)[K]>;
type Fits<A, B> = [A] extends [B] ? true : false;
type EveryAnswerFits = { readonly [K in CallKey]: Fits<Success<K>, Schema<K>> };
type EverySchemaFits = { readonly [K in CallKey]: Fits<Schema<K>, Success<K>> };

const everyCall = Object.fromEntries(Object.keys(inputs).map((key) => [key, true])) as Record<CallKey, true>;
const answersFit: EveryAnswerFits = everyCall;
const schemasFit: EverySchemaFits = everyCall;
const refusalFits: Fits<Refusal, output<typeof refusalSchema>> = true;

it('has a schema for every answer, of the same type', () => {
  const schemas: Record<CallKey, ZodMiniType> = outputs;
  expect(Object.keys(schemas).sort()).toEqual(Object.keys(inputs).sort());
  expect([answersFit, schemasFit, refusalFits]).not.toContain(false);
});
