import { wordFinding, wordRuleOf, wordRulesOf } from '../../../src/contract/wording/findings';
import { namesFrom } from '../../../src/contract/wording/names';
import type { Unmet } from '../../../src/domain/gate/finding';
import { RULES } from '../../../src/domain/policy/rules';
import { everySample, samples } from '../../support/findings';
import { people } from '../../support/people';

const TODAY = '2026-11-23';

const name = namesFrom(people);

/** Whatever a finding's facts say of people, whichever way they say it. */
const accountsIn = (unmet: Unmet): readonly string[] =>
  Object.values(unmet)
    .flat()
    .filter((value): value is string => typeof value === 'string' && value in people);

const dated = (unmet: Unmet): readonly string[] =>
  Object.entries(unmet).flatMap(([key, value]) =>
    ['neededBy', 'committedBy', 'availableFrom', 'expiresOn'].includes(key) ? [String(value)] : [],
  );

it('has samples of every rule', () => {
  expect(RULES.filter((rule) => samples[rule].length === 0)).toEqual([]);
});

describe.each(everySample.map((unmet) => [JSON.stringify(unmet), unmet] as const))('%s', (_facts, unmet) => {
  const { what, next } = wordFinding(unmet, { name, today: TODAY });

  it('is said in whole sentences: what is the case, and the next step', () => {
    for (const sentence of [what, next]) {
      expect(sentence).toMatch(/^[\p{Lu}“].*[.?]$/u);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|!|\s{2}|^\s|\s$/);
    }
  });

  it('names everybody and everything it is about, and no account id', () => {
    const text = `${what} ${next}`;
    for (const accountId of accountsIn(unmet)) {
      expect(text).toContain(name(accountId));
      expect(text).not.toContain(accountId);
    }
    if ('deliverable' in unmet) expect(text).toContain(`“${unmet.deliverable}”`);
    if ('issueKey' in unmet) expect(text).toContain(unmet.issueKey);
    if (unmet.rule === 'owner.shared') unmet.others.forEach((other) => expect(text).toContain(other));
    for (const date of dated(unmet)) expect(text).toContain(String(Number(date.slice(-2))));
  });

  it('blames nobody', () => {
    expect(`${what} ${next}`).not.toMatch(/\b(fail|failed|violat|must not|error|wrong|you did|fault|blame)/i);
  });
});

it('tells what to do when the field and the pick differ', () => {
  const { next } = wordFinding(samples['owner.shared'][3]!, { name, today: TODAY });
  expect(next).toBe(
    'Pick one: set “Assignee” to Ada Olsen, or nominate someone else in the Agreements panel.',
  );
});

it('tells the co-leads by name, and to pick one', () => {
  const { what, next } = wordFinding(samples['owner.shared'][0]!, { name, today: TODAY });
  expect(what).toBe('Two people share ownership (Ada Olsen and Cem Tan).');
  expect(next).toBe('Pick one in the Agreements panel.');
});

it('speaks politely of somebody Jira did not describe', () => {
  const { what } = wordFinding(samples['agreement.unacknowledged'][0]!, {
    name: namesFrom({}),
    today: TODAY,
  });
  expect(what).toMatch(/^“A staging cluster”, needed by Fri,? 4 Dec, waits for the person asked\.$/);
});

describe('a rule of an item above', () => {
  const secrets = [
    ...Object.keys(people),
    ...Object.values(people).map(({ displayName }) => displayName),
    'PLAT-1',
    'Second region',
    'A staging cluster',
    'Platform team',
    'Deploy Bot',
    'Do we launch',
  ];

  it.each(everySample.map((unmet) => [JSON.stringify(unmet), unmet] as const))(
    'is told without person, text or number: %s',
    (_facts, unmet) => {
      const { what, next } = wordRuleOf('EXP-1', unmet);
      const text = [what, next, ...wordRulesOf('EXP-1', [unmet, unmet])].join(' ');
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text.replaceAll('EXP-1', '')).not.toMatch(/[0-9]/);
      expect(wordRulesOf('EXP-1', [unmet, unmet])).toHaveLength(1);
      for (const sentence of [what, next]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    },
  );
});

test('a day of another year says so, and one of this year does not', () => {
  const [finding] = samples['agreement.unacknowledged'];
  const needed = (neededBy: string) => wordFinding({ ...finding!, neededBy }, { name, today: TODAY }).what;
  expect(needed('2026-12-04')).toContain('needed by Fri 4 Dec, waits');
  expect(needed('2027-01-15')).toContain('needed by Fri, 15 Jan 2027, waits');
});
