import { ForgeKvsAPIError } from '@forge/kvs';
import { Unavailable } from '../unavailable';

/** Runs a storage call; whatever it throws means storage did not answer. */
export async function storageCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof Unavailable ? error : new Unavailable('storage', describe(error));
  }
}

/** A reading that is to tell what became of a write whose answer was lost: without it nobody knows. */
export async function verifying<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('storage', describe(error), { mayBeDone: true });
  }
}

/** The same for a page that a caller names: a cursor that storage does not know is a broken question, and no outage. */
export async function askingPage<T>(cursor: string | undefined, call: () => Promise<T>): Promise<T> {
  return storageCall(async () => {
    try {
      return await call();
    } catch (error) {
      const isUnknown = error instanceof ForgeKvsAPIError && error.responseDetails.status === 400;
      if (cursor === undefined || !isUnknown) throw error;
      throw new Unavailable('storage', 'the cursor is not known', { failure: 'broken-question' });
    }
  });
}

/** The most records a query takes, and as many as fit one answer however large they are. */
const PAGE = 100;
const PAGE_OF_LARGE = 10;

/** The same for a page of whole records: where storage does not answer with so much at once, a smaller one is asked for. */
export async function askingWholePage<T>(call: (limit: number) => Promise<T>): Promise<T> {
  try {
    return await call(PAGE);
  } catch {
    return storageCall(() => call(PAGE_OF_LARGE));
  }
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown failure';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
};
