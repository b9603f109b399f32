import { checkInput, withoutBlanks } from '../../../../static/ui/check-input';

const whole = {
  providerAccountId: 'u-1',
  deliverable: 'Sign-on',
  acceptance: 'Works',
  neededBy: '2026-12-01',
};

test('a whole form passes as the contract’s input', () => {
  expect(checkInput('agreement/request', whole)).toEqual({ ok: true, input: whole });
});

test('each field says what is wrong with it', () => {
  const answers = {
    deliverable: 'x'.repeat(201),
    acceptance: 'y',
    neededBy: '2026-02-30',
    providerIssueKey: 'plat',
  };
  expect(checkInput('agreement/request', answers)).toEqual({
    ok: false,
    problems: {
      providerAccountId: { why: 'required' },
      deliverable: { why: 'too-long', limit: 200 },
      neededBy: { why: 'not-a-date' },
      providerIssueKey: { why: 'not-an-issue-key' },
    },
  });
});

test('blank answers are left out, others trimmed', () => {
  expect(withoutBlanks({ a: ' x ', b: '  ', c: null })).toEqual({ a: 'x' });
});
