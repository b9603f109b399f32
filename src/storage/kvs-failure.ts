import { Unavailable } from '../app/ports';

/** Runs a storage call; whatever it throws means storage did not answer. */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('storage', describe(error));
  }
}

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown failure';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
};
