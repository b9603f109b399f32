import fc from 'fast-check';
import { atHome } from '../../../../src/platform/storage/at-home';

interface Kept {
  readonly owner: string | undefined;
  readonly home: string | undefined;
}

const places = [{ project: 'GROW', id: 'growth' }];
const isOwn = ({ owner }: Kept, id: string | null): boolean => owner === id;
const homeOf = ({ owner, home }: Kept, key: string, id: string | null): string | undefined =>
  owner === id || home === key ? undefined : home;

/** A record that lies under each of these keys in turn and goes on after so many reads; the note of its home goes with it. */
function moving(path: readonly string[], readsAtEach: number) {
  const counted = { reads: 0 };
  const read = (keys: readonly string[]): Promise<ReadonlyMap<string, Kept>> => {
    const lies = path[Math.min(path.length - 1, Math.floor(counted.reads / readsAtEach))];
    counted.reads += 1;
    return Promise.resolve(
      new Map(keys.map((key) => [key, { owner: key === lies ? 'growth' : undefined, home: lies }])),
    );
  };
  return { counted, read };
}

describe('what a project keeps', () => {
  it('takes one read where it lies under the key that is asked', async () => {
    const { read, counted } = moving(['GROW'], 1);
    expect((await atHome(places, read, homeOf, isOwn)).get('GROW')).toMatchObject({
      found: { owner: 'growth' },
      home: { liesUnder: 'GROW' },
    });
    expect(counted.reads).toBe(1);
  });

  it('takes two under a key the project had', async () => {
    const { read, counted } = moving(['EXP'], 1);
    expect((await atHome(places, read, homeOf, isOwn)).get('GROW')?.home).toEqual({ liesUnder: 'EXP' });
    expect(counted.reads).toBe(2);
  });

  it('is found while it goes from key to key, after one read or two of each', () =>
    fc.assert(
      fc.asyncProperty(
        fc.subarray(['EXP', 'EXP:growth', 'MID'], { minLength: 1 }),
        fc.integer({ min: 1, max: 3 }),
        async (former, readsAtEach) => {
          const { read } = moving([...former, 'GROW'], readsAtEach);
          const answer = (await atHome(places, read, homeOf, isOwn)).get('GROW');
          expect(answer?.found?.owner).toBe('growth');
        },
      ),
    ));

  it('is looked for no more than once under the same key where there is none', async () => {
    const counted = { reads: 0 };
    const read = (keys: readonly string[]): Promise<ReadonlyMap<string, Kept>> => {
      counted.reads += 1;
      return Promise.resolve(new Map(keys.map((key) => [key, { owner: undefined, home: 'EXP' }])));
    };
    const answer = (await atHome(places, read, homeOf, isOwn)).get('GROW');
    expect(answer).toEqual({ found: { owner: undefined, home: 'EXP' }, home: { liesUnder: 'EXP' } });
    expect(counted.reads).toBe(3);
  });
});
