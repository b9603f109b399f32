import { invoke } from '@forge/bridge';
import type { Success } from '../../src/contract/answers';
import type { CallKey, Input } from '../../src/contract/inputs';
import type { Again, RefusalCode } from '../../src/contract/refusal';
import { isAnswer } from './is-answer';

/** Why a call did not do what was asked: refused by the app, or never answered. */
export interface Problem {
  readonly code: RefusalCode | 'connection-lost';
  readonly message: string;
  readonly field?: string;
  /** It may be asked once more then, as it was. */
  readonly again?: Again;
}

export interface Failure {
  readonly ok: false;
  readonly error: Problem;
}

/** Forge ends a resolver after 25 s; whoever has heard nothing by now will hear nothing. */
const TIMEOUT_MS = 30_000;

const loggedOut: Failure = { ok: false, error: { code: 'anonymous', message: '' } };

/** Whether the bridge gave up because nobody is logged in any more: it says so in words only. */
const isLoggedOut = (error: unknown): boolean =>
  error instanceof Error && /\b401\b|unauthori[sz]ed|unauthenticated|logged out|log in/i.test(error.message);

const lost: Failure = { ok: false, error: { code: 'connection-lost', message: '' } };

/**
 * The only way from a page to the backend. Never throws: a refusal comes back as it was given, a session that ended
 * as `anonymous`, silence, a broken line and an answer nobody understands as `connection-lost`.
 */
export async function call<K extends CallKey>(key: K, input: Input<K>): Promise<Success<K> | Failure> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve(lost), TIMEOUT_MS);
  });
  try {
    const unverified: unknown = await Promise.race([invoke(key, { ...input }), silence]);
    return isAnswer<K>(unverified) ? unverified : lost;
  } catch (error) {
    return isLoggedOut(error) ? loggedOut : lost;
  } finally {
    clearTimeout(timer);
  }
}
