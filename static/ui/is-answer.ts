import type { Answer } from '../../src/contract/answers';
import type { CallKey } from '../../src/contract/inputs';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The contract's one shape: `{ok: true, …}` or `{ok: false, error: {code, message}}`. */
export function isAnswer<K extends CallKey>(value: unknown): value is Answer<K> {
  if (!isRecord(value)) return false;
  if (value['ok'] === true) return true;
  const error = value['error'];
  return (
    value['ok'] === false &&
    isRecord(error) &&
    typeof error['code'] === 'string' &&
    typeof error['message'] === 'string'
  );
}
