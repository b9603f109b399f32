import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peopleInParked } from '../../../../src/platform/storage/parked-people';

const jobs = join(__dirname, '../../../../src/app/jobs');

/** What a job keeps people under, where its file speaks of accounts at all. */
const namesIn = (source: string): readonly string[] =>
  [...source.matchAll(/readonly (\w+)\??: [^;]*AccountId[^;]*;/g)].map(([, name = '']) => name);

test('jobs name people only where an erasure looks for them in what waits', () => {
  const files = readdirSync(jobs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const names = new Set(files.flatMap((file) => namesIn(readFileSync(join(jobs, file), 'utf8'))));
  expect([...names].sort()).toEqual(['accountId', 'accounts', 'names']);
});

test('people are found wherever a job keeps them', () => {
  const at = '2026-11-23T00:00:00.000Z';
  const bodies = [
    { kind: 'send-digest', accountId: 'a', notices: ['1:x:a'] },
    { kind: 'access-review', before: { lost: [{ issueKey: 'EXP-1', accountId: 'b' }] } },
    { kind: 'gdpr-report', accounts: { c: at } },
    { kind: 'gdpr-erase', names: { d: 'erased-1' } },
    { kind: 'note-reached', items: [], opened: { accountId: 'e', at } },
  ];
  expect(peopleInParked({ at, bodies })).toEqual({ at, people: ['a', 'b', 'c', 'd', 'e'] });
});
