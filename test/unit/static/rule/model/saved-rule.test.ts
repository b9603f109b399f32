import {
  savedRule,
  savedUnder,
  scopedProject,
  toConfiguration,
} from '../../../../../static/rule/model/saved-rule';

const blank = { checkpoint: 'start', alsoBlock: [], onOutage: 'closed' };
const full = { checkpoint: 'finish', mode: 'coach', alsoBlock: ['owner.missing'], onOutage: 'open' } as const;

describe('a rule as Jira hands it to its page', () => {
  test('text and object read the same', () => {
    const read = { rule: full, state: 'saved', asksBoth: false };
    expect(savedRule({ validatorConfig: full })).toEqual(read);
    expect(savedRule({ validatorConfig: JSON.stringify(full) })).toEqual(read);
  });

  test('a list that Jira cleared to null is empty', () => {
    expect(savedRule({ validatorConfig: { ...full, alsoBlock: null, mode: null } })).toEqual({
      rule: { checkpoint: 'finish', alsoBlock: [], onOutage: 'open' },
      state: 'saved',
      asksBoth: false,
    });
  });

  test.each([[undefined], [null], ['']])('nothing saved (%p) is a new rule', (validatorConfig) => {
    expect(savedRule({ validatorConfig })).toEqual({ rule: blank, state: 'new', asksBoth: true });
  });

  test('a new rule on a move into Done suggests finish', () => {
    const transitionContext = { to: { statusCategory: 'DONE' } };
    expect(savedRule({ transitionContext }).rule.checkpoint).toBe('finish');
  });

  test.each([['{'], ['null and void'], [42], [{ checkpoint: 'later' }]])(
    '%p falls back to the strictest reading and says so',
    (validatorConfig) => {
      expect(savedRule({ validatorConfig })).toEqual({ rule: blank, state: 'damaged', asksBoth: true });
    },
  );

  test('a checkpoint that is none is suggested anew, and the gate is known to ask both meanwhile', () => {
    const transitionContext = { to: { statusCategory: 'DONE' } };
    const validatorConfig = { ...full, checkpoint: 'Finish', savedMode: 'coach' };
    expect(savedRule({ validatorConfig, transitionContext })).toEqual({
      rule: { ...full, savedMode: 'coach' },
      state: 'damaged',
      asksBoth: true,
    });
  });

  test('what can be read of a damaged rule is kept', () => {
    const validatorConfig = { ...full, alsoBlock: ['owner.missing', 'no.such-rule'], more: 1 };
    expect(savedRule({ validatorConfig })).toEqual({ rule: full, state: 'damaged', asksBoth: false });
  });
});

test('what is saved reads back as it was, with the mode it was saved under', () => {
  for (const rule of [full, { ...full, savedMode: 'observe' } as const]) {
    expect(savedRule({ validatorConfig: toConfiguration(rule) })).toMatchObject({ rule, state: 'saved' });
  }
});

test('a rule is saved under the mode in force now, and a mode saved once is no word about it', () => {
  const { rule } = savedRule({ validatorConfig: { ...full, savedMode: 'observe' } });
  expect(savedUnder(rule, 'enforce')).toEqual({ ...full, savedMode: 'enforce' });
  expect(savedUnder(rule, undefined)).toEqual(full);
});

test.each([
  [{ scopedProjectId: '10003' }, '10003'],
  [{ scopedProjectId: 10003 }, '10003'],
  [{ scopedProjectId: null }, undefined],
  [{}, undefined],
])('the context %j names the project %p', (extension, projectId) => {
  expect(scopedProject(extension)).toBe(projectId);
});
