import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const entry = join(__dirname, '../../../src/entry');

/** Entries that nobody waits for: schedules, events and the queue's consumer. */
const BACKGROUND = [
  'background',
  'follow-up',
  'issue-changed',
  'life-events',
  'moved-issue',
  'sla-sweep',
] as const;

/** What a file imports from where Forge or Jira are asked, by the names it has there. */
function portsIn(source: string): readonly string[] {
  const imports = source.matchAll(/import \{([^}]*)\} from '\.\.\/platform\/(?:storage|jira)\/([^']+)';/g);
  return [...imports]
    .filter(([, , file]) => file !== 'jira/work-item' && file !== 'work-item')
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim().split(' as ').at(-1) ?? '')
    .filter((name) => name !== '' && !name.startsWith('type '));
}

test.each(BACKGROUND)('nothing that %s asks can hang for as long as its function lives', (name) => {
  const source = readFileSync(join(entry, `${name}.ts`), 'utf8');
  const body = source.replace(/^import [^;]*;$/gm, '');
  const bare = portsIn(source).filter((port) => {
    const all = body.match(new RegExp(`(?<![.\\w])${port}\\b(?!:)`, 'g')) ?? [];
    const limited = body.match(new RegExp(`timeLimited\\(${port}\\b`, 'g')) ?? [];
    return all.length > limited.length;
  });
  expect(bare).toEqual([]);
});
