import type * as z from 'zod/mini';
import { calls, type CallKey, type CallOf } from './calls';

export type { CallKey } from './calls';

type Schemas = { readonly [K in CallKey]: ReturnType<CallOf<K>['input']> };

/** One schema per call, built when it is first asked for. */
export const inputs = Object.defineProperties(
  {},
  Object.fromEntries(calls.map(({ key, input }) => [key, { get: input, enumerable: true }])),
) as Schemas;

export type Input<K extends CallKey> = z.output<Schemas[K]>;
