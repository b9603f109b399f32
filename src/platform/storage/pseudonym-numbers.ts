import { kvs } from '@forge/kvs';
import { Unavailable } from '../unavailable';
import { storageCall } from './kvs-failure';

/** A number nobody was given yet: each is taken by making a key that can be made once. */
export async function nextNumber(): Promise<number> {
  const last = (await storageCall(() => kvs.get<number>('erased-last'))) ?? 0;
  for (let number = last + 1; number <= last + 10; number += 1) {
    try {
      await kvs.set(`erased:${number}`, true, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch {
      continue;
    }
    await storageCall(() => kvs.set('erased-last', number));
    return number;
  }
  throw new Unavailable('storage', 'no number could be taken');
}
