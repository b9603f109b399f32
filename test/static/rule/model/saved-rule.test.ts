import { savedRule, toConfiguration } from '../../../../static/rule/model/saved-rule';

const blank = { checkpoint: 'start', alsoBlock: [], onOutage: 'closed' };
const full = { checkpoint: 'finish', mode: 'coach', alsoBlock: ['owner.missing'], onOutage: 'open' } as const;

describe('a rule as Jira hands it to its page', () => {
  test('text and object read the same', () => {
    expect(savedRule({ validatorConfig: full })).toEqual({ rule: full, state: 'saved' });
    expect(savedRule({ validatorConfig: JSON.stringify(full) })).toEqual({ rule: full, state: 'saved' });
  });

  test('a list that Jira cleared to null is empty', () => {
    expect(savedRule({ validatorConfig: { ...full, alsoBlock: null, mode: null } })).toEqual({
      rule: { checkpoint: 'finish', alsoBlock: [], onOutage: 'open' },
      state: 'saved',
    });
  });

  test.each([[undefined], [null], ['']])('nothing saved (%p) is a new rule', (validatorConfig) => {
    expect(savedRule({ validatorConfig })).toEqual({ rule: blank, state: 'new' });
  });

  test('a new rule on a move into Done suggests finish', () => {
    const transitionContext = { to: { statusCategory: 'DONE' } };
    expect(savedRule({ transitionContext }).rule.checkpoint).toBe('finish');
  });

  test.each([['{'], ['null and void'], [42], [{ checkpoint: 'later' }]])(
    '%p falls back to the strictest reading and says so',
    (validatorConfig) => {
      expect(savedRule({ validatorConfig })).toEqual({ rule: blank, state: 'damaged' });
    },
  );

  test('what can be read of a damaged rule is kept', () => {
    const validatorConfig = { ...full, alsoBlock: ['owner.missing', 'no.such-rule'], more: 1 };
    expect(savedRule({ validatorConfig })).toEqual({ rule: full, state: 'damaged' });
  });
});

test('what is saved reads back as it was', () => {
  expect(savedRule({ validatorConfig: toConfiguration(full) })).toEqual({ rule: full, state: 'saved' });
});

test('a mode saved once is no word about the mode in force now, and is not saved again', () => {
  const { rule } = savedRule({ validatorConfig: { ...full, savedMode: 'observe' } });
  expect(rule.savedMode).toBe('observe');
  expect(savedRule({ validatorConfig: toConfiguration(rule) }).rule).toEqual(full);
});
