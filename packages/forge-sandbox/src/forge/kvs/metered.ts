import type { Rates } from '../rates';
import { answerKvs, refusal } from './api';
import { METERING_STEP_BYTES } from './limits';
import type { KvsStore } from './store';

type Answer = ReturnType<typeof answerKvs>;

/** What so many bytes are counted as. */
export const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / METERING_STEP_BYTES));

/** What storage answers, unless a minute has had as much as it gives. How much was read is known once it is read. */
export function meteredKvs(kvs: KvsStore, rates: Rates, path: string, body: string): Answer {
  const refused = (): Answer =>
    refusal({ status: 429, code: 'TOO_MANY_REQUESTS', message: 'Too many requests in a minute.' });
  if (!/(?:get|query)$/.test(path)) {
    if (!rates.storage('write', unitsOf(Buffer.byteLength(body)))) return refused();
    return answerKvs(kvs, path, body);
  }
  const answer = answerKvs(kvs, path, body);
  return rates.storage('read', unitsOf(Buffer.byteLength(answer.text))) ? answer : refused();
}
