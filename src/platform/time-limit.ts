import { LONG_TIMEOUT_MS, withTimeout } from './retry';

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/**
 * The same port, none of whose answers is waited for longer than `timeoutMs`: what hangs ends as `Unavailable`, so that
 * the work is asked for again, and not with the function minutes later. What answers at once is handed on as it is.
 */
export const timeLimited = <Port extends object>(port: Port, timeoutMs = LONG_TIMEOUT_MS): Port =>
  new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, given);
        return isPromise(answer) ? withTimeout(() => answer, timeoutMs) : answer;
      };
    },
  });
