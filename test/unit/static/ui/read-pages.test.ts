import { readPages } from '../../../../static/ui/read-pages';

const pages = {
  first: { ok: true, nextCursor: 'second' },
  second: { ok: true, nextCursor: 'third' },
  third: { ok: true },
} as const;
const outage = { ok: false, error: { code: 'unavailable', message: '' } } as const;

type Name = keyof typeof pages;
const pageAt = (cursor: string | null) => {
  const name = Object.keys(pages).find((one): one is Name => one === (cursor ?? 'first'));
  return name ? pages[name] : outage;
};

/** Which pages are asked for, when telling does what `tell` does. */
async function asked(
  tell: (leaving: AbortController) => boolean | void = () => undefined,
  { from = null, failing }: { from?: string | null; failing?: string } = {},
) {
  const leaving = new AbortController();
  const cursors: (string | null)[] = [];
  let told = 0;
  await readPages<{ ok: true; nextCursor?: string }>(
    (cursor) => {
      cursors.push(cursor);
      return Promise.resolve(cursor === failing ? outage : pageAt(cursor));
    },
    () => {
      told += 1;
      return tell(leaving);
    },
    leaving.signal,
    from,
  );
  return { cursors, told };
}

test('every page is asked for once and told', async () => {
  expect(await asked()).toEqual({ cursors: [null, 'second', 'third'], told: 3 });
});

test('reading goes on where an earlier one stopped', async () => {
  expect(await asked(undefined, { from: 'third' })).toEqual({ cursors: ['third'], told: 1 });
});

test('a page that fails is told and is the last', async () => {
  expect(await asked(undefined, { failing: 'second' })).toEqual({ cursors: [null, 'second'], told: 2 });
});

test('whoever has read enough stops the reading', async () => {
  expect(await asked(() => false)).toEqual({ cursors: [null], told: 1 });
});

test('a reader who left is told nothing more', async () => {
  expect(await asked((leaving) => leaving.abort())).toEqual({ cursors: [null, 'second'], told: 1 });
});
