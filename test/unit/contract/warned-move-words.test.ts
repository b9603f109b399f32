import { wordWarnedMove } from '../../../src/contract/wording/warned-moves';
import type { Passage } from '../../../src/domain/charter/charter';
import { rulesOf } from '../../../src/domain/gate/passage-rules';
import { RULES } from '../../../src/domain/policy/rules';
import { passage } from '../../support/events';
import { COO, CTO } from '../../support/people';

const words = (more: Partial<Passage>, left = rulesOf(passage(more))): readonly string[] =>
  wordWarnedMove({
    passage: passage({ reason: 'warned', movedBy: CTO, ...more }),
    left,
    reader: COO,
    zone: 'Europe/Berlin',
    now: '2026-11-23T13:00:00.000Z',
    name: (id) => `<${id}>`,
  });

test('a warned move is told by who moved it, when in the reader’s zone, and what was to look at', () => {
  expect(words({ rules: ['brief.incomplete', 'authority.missing'] })).toEqual([
    `<${CTO}> started it on Mon 23 Nov, 13:00, although 2 things were to look at.`,
    'Still so: nobody holds authority over it; its brief is not complete.',
  ]);
});

test('what was settled since is counted, and no longer named', () => {
  expect(words({ rules: ['brief.incomplete', 'authority.missing'] }, ['brief.incomplete'])).toEqual([
    expect.stringContaining('although 2 things were to look at'),
    'Still so: its brief is not complete.',
  ]);
});

test('a single thing is one thing, and the end of work is told as that', () => {
  expect(words({ checkpoint: 'finish', rules: ['brief.incomplete'] })[0]).toBe(
    `<${CTO}> finished it on Mon 23 Nov, 13:00, although one thing was to look at.`,
  );
});

test('whoever moved it themselves is told that they did, and a mover nobody knows is somebody', () => {
  const rules = ['brief.incomplete'];
  expect(words({ movedBy: COO, rules })[0]).toMatch(/^You started it on /);
  const { movedBy: _mover, ...unknown } = passage({ reason: 'warned', rules });
  const facts = {
    left: rulesOf(unknown),
    reader: COO,
    zone: 'UTC',
    now: '2026-11-23T13:00:00.000Z',
    name: String,
  };
  expect(wordWarnedMove({ passage: unknown, ...facts })[0]).toMatch(/^Somebody started it on /);
});

test.each(RULES)('%s is told without a name, a quotation or a number', (rule) => {
  const [, left] = words({ rules: [rule] });
  expect(left).toMatch(/^Still so: [a-z][^<>“”"0-9]+\.$/);
});
