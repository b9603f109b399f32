import { safeParse } from 'zod/mini';
import { transitionRuleSchema } from '../../../src/contract/inputs-policy';
import { readTransitionRule } from '../../../src/entry/transition-rule';

const strictest = { checkpoint: 'start', unreadable: true, alsoBlock: [], onOutage: 'closed' };

it('reads a configuration as text and as an object', () => {
  const saved = { checkpoint: 'finish', mode: 'coach', alsoBlock: ['authority.missing'], onOutage: 'open' };
  expect(readTransitionRule(saved)).toEqual(saved);
  expect(readTransitionRule(JSON.stringify(saved))).toEqual(saved);
  expect(safeParse(transitionRuleSchema(), saved)).toEqual({ success: true, data: saved });
});

it.each([
  undefined,
  null,
  '',
  '{',
  '[]',
  '"start"',
  7,
  [],
  { checkpoint: 'middle', onOutage: 'maybe', alsoBlock: 'all' },
])('reads %j as the strictest', (configuration) => {
  expect(readTransitionRule(configuration)).toEqual(strictest);
});

it.each([{ checkpoint: 'Finish' }, { checkpoint: null }, { checkpoint: ['finish'] }, {}])(
  'asks both checkpoints where %j names none, and keeps the rest',
  (named) => {
    const rest = { mode: 'coach', savedMode: 'observe', alsoBlock: ['owner.shared'], onOutage: 'open' };
    expect(readTransitionRule({ ...named, ...rest })).toEqual({
      checkpoint: 'start',
      unreadable: true,
      ...rest,
    });
  },
);

it('keeps the mode it was saved under, and drops one that is none', () => {
  const saved = { checkpoint: 'finish', alsoBlock: [], onOutage: 'closed' };
  expect(readTransitionRule({ ...saved, savedMode: 'coach' })).toEqual({ ...saved, savedMode: 'coach' });
  expect(readTransitionRule({ ...saved, savedMode: 'loud' })).toEqual(saved);
});

it('drops what it does not know and keeps the rest', () => {
  expect(
    readTransitionRule({
      checkpoint: 'finish',
      mode: 'shout',
      alsoBlock: ['owner.lazy', 'owner.shared', 7],
      x: 1,
    }),
  ).toEqual({ checkpoint: 'finish', alsoBlock: ['owner.shared'], onOutage: 'closed' });
});
