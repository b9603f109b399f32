import { timeLimited } from '../../../src/platform/time-limit';
import { Unavailable } from '../../../src/platform/unavailable';

const port = {
  size: 3,
  now: () => 'noon',
  double: (n: number) => Promise.resolve(n * 2),
  refuses: () => Promise.reject(new Error('no')),
  hangs: () => new Promise<never>(() => undefined),
  self() {
    return Promise.resolve(this.size);
  },
};

test('a port with a time limit answers as before, at once or later', async () => {
  const limited = timeLimited(port, 50);
  expect([limited.size, limited.now()]).toEqual([3, 'noon']);
  expect(await limited.double(4)).toBe(8);
  expect(await limited.self()).toBe(3);
  await expect(limited.refuses()).rejects.toThrow('no');
});

test('a call that hangs ends as unavailable, so that it is asked for again', async () => {
  await expect(timeLimited(port, 20).hangs()).rejects.toThrow(Unavailable);
});
