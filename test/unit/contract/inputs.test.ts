import { safeParse } from 'zod/mini';
import { access } from '../../../src/contract/access';
import { LIMITS } from '../../../src/contract/input-parts';
import { inputs, type CallKey } from '../../../src/contract/inputs';
import { policySchema } from '../../../src/contract/inputs-policy';
import { RULES } from '../../../src/domain/policy/rules';
import { siteDefault } from '../../../src/domain/policy/policy';
import { payloads } from '../../support/payloads';

/** Fields that a call takes besides those it needs. */
const more: Partial<Record<CallKey, object>> = {
  'history/page': { before: 120 },
  'dri/decline': { suggestedAccountId: 'u-ops' },
  'authority/grant': {
    boundaries: 'No vendors',
    inputs: 'Security',
    escalateWhen: 'Above 20 k€',
    expiresOn: '2026-12-31',
  },
  'agreement/request': {
    providerIssueKey: 'PLAT-1',
    impact: 'The launch waits',
    inputs: 'The sizing sheet',
  },
  'agreement/counter': { deliverable: 'Half a cluster' },
  'agreement/record-yes': { committedBy: '2026-12-11' },
  'agreement/reply-later': { reason: 'I ask the vendor' },
  'agreement/confirm': { onTrack: false, reason: 'The vendor is late' },
  'agreement/restate': { deliverable: 'Half a cluster', acceptance: 'It answers', answer: 'For forty' },
  'agreement/decline': { alternativeAccountId: 'u-ops' },
  'commitments/list': { cursor: 'next' },
  'report/page': { cursor: 'next', filter: { scope: 'all', text: 'region' } },
  'report/indicators': { weeks: 26, cursor: 'next' },
  'report/past': { weeks: 26, cursor: 'next' },
  'report/hands': { scope: 'all', cursor: 'next' },
  'report/handoffs': { scope: 'all', cursor: 'next' },
  'report/gadget': { cursor: 'next' },
  'backtest/run': { policy: siteDefault, cursor: 'next' },
  'checkin/submit': { decision: 'We start with one region', reviewed: ['A1'] },
  'escalation/raise': { aboutAgreementId: 'A1' },
  'policy/preview': { cursor: 'next' },
};

const keys = Object.keys(inputs) as CallKey[];

/** One payload of each call that fits, with every field. */
const fitting = Object.fromEntries(
  keys.map((key) => [key, { ...payloads[key], ...more[key] }]),
) as unknown as Readonly<Record<CallKey, Readonly<Record<string, unknown>>>>;

const optional = new Set([
  'suggestedAccountId',
  'boundaries',
  'inputs',
  'escalateWhen',
  'expiresOn',
  'alternativeAccountId',
  'availableFrom',
  'impact',
  'needs',
  'reviewed',
  'aboutAgreementId',
  'cursor',
  'filter',
  'before',
  'weeks',
]);
/** Needed by the calls that ask, optional in those that ask again. */
const optionalIn: Partial<Record<CallKey, readonly string[]>> = {
  'agreement/request': ['providerIssueKey'],
  'agreement/counter': ['deliverable'],
  'checkin/submit': ['decision'],
  'agreement/confirm': ['reason'],
  'agreement/reply-later': ['reason'],
  'agreement/record-yes': ['committedBy'],
  'review/decide': ['reviewOn', 'reason'],
  'backtest/run': ['policy'],
  'agreement/restate': ['neededBy', 'deliverable', 'acceptance', 'answer'],
  'report/handoffs': ['scope'],
  'report/hands': ['scope'],
  'rule/mode': ['projectId'],
  'away/set': ['standInAccountId'],
};
/** Nobody is an answer as well. */
const nullable = new Set(['standInAccountId']);
const mayBeLeftOut = (key: CallKey, field: string): boolean =>
  optional.has(field) || (optionalIn[key]?.includes(field) ?? false);

const TEN_MB = 'x'.repeat(10 * 1024 * 1024);

/** Where a payload does not fit, as the first issue says. */
function misfit(key: CallKey, payload: unknown): string | null {
  const parsed = safeParse(inputs[key], payload);
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return [...(issue?.path ?? []), ...unknown].join('.');
}

const fields = keys.flatMap((key) => Object.keys(fitting[key]).map((field) => [key, field] as const));

describe.each(keys)('%s', (key) => {
  it('takes a payload that fits', () => {
    expect(safeParse(inputs[key], fitting[key])).toMatchObject({ success: true });
  });

  it('refuses a key it does not know, naming it', () => {
    expect(misfit(key, { ...fitting[key], accountid: 'u-coo' })).toBe('accountid');
    // The trial of a rule names its work item, and what waits for what may begin at one; everywhere else it comes from the platform.
    const named = misfit(key, { ...fitting[key], issueKey: 'EXP-2' });
    expect(named).toBe(['rule/test', 'graph/get'].includes(key) ? null : 'issueKey');
    expect(
      misfit(
        key,
        JSON.parse(`{"__proto__":{},${JSON.stringify(fitting[key]).slice(1).replace(/^}$/, '"a":1}')}`),
      ),
    ).toContain('__proto__');
  });

  it.each([
    ['a list', []],
    ['a text', 'hello'],
    ['a number', 7],
    ['nothing', null],
  ])('refuses %s', (_what, payload) => {
    expect(safeParse(inputs[key], payload).success).toBe(false);
  });
});

const misshapen: readonly (readonly [string, unknown])[] = [
  ['a number', 7],
  ['a list', [7]],
  ['null', null],
  ['true', true],
];

describe.each(fields)('%s: %s', (key, field) => {
  const fits: Readonly<Record<string, unknown>> = {
    accept: true,
    before: 7,
    weeks: 7,
    rows: 7,
    version: 7,
    policyVersion: 7,
    onTrack: true,
    hadOneOwner: true,
    wereAssuming: true,
    on: true,
    vital: true,
    keptDays: 7,
  };
  it.each(misshapen.filter(([, value]) => fits[field] !== value && !(value === null && nullable.has(field))))(
    'refuses %s, naming the field',
    (_what, value) => {
      expect(misfit(key, { ...fitting[key], [field]: value })).toMatch(new RegExp(`^${field}`));
    },
  );

  it(mayBeLeftOut(key, field) ? 'may be left out' : 'is needed', () => {
    const { [field]: _left, ...rest } = fitting[key];
    expect(misfit(key, rest)).toBe(mayBeLeftOut(key, field) ? null : field);
  });

  it('refuses 10 MB within a moment, naming the field', () => {
    const before = performance.now();
    expect(misfit(key, { ...fitting[key], [field]: TEN_MB })).toMatch(new RegExp(`^${field}`));
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

/** Fields that take any words; an account or a cursor takes any string, and is looked up. */
const wordy = fields.filter(
  ([key, field]) =>
    !/accountId$|^cursor$/i.test(field) &&
    misfit(key, { ...fitting[key], [field]: 'Words, and a sign: ß.' }) === null,
);

test('most calls that say something take words', () => {
  expect(wordy.length).toBeGreaterThan(25);
});

describe.each(wordy)('%s: %s', (key, field) => {
  it('asks for words that show', () => {
    for (const unseen of ['\u200b\u2060', '\u3164', '\u202e \u200d', '\u2800\u00a0', '\ufe0f']) {
      expect(misfit(key, { ...fitting[key], [field]: unseen })).toBe(field);
    }
    for (const seen of ['ß', '字', '👍🏽', 'ا', '-']) {
      expect(misfit(key, { ...fitting[key], [field]: seen })).toBeNull();
    }
  });
});

describe('texts', () => {
  const deliverable = (text: string) =>
    misfit('agreement/request', { ...fitting['agreement/request'], deliverable: text });

  it('are trimmed, and then must be there', () => {
    expect(deliverable('')).toBe('deliverable');
    expect(deliverable(' \n\t ')).toBe('deliverable');
    expect(inputs['dri/decline'] && safeParse(inputs['dri/decline'], { reason: '  No time  ' })).toEqual({
      success: true,
      data: { reason: 'No time' },
    });
  });

  it('end at their limit', () => {
    expect(deliverable('x'.repeat(LIMITS.short))).toBeNull();
    expect(deliverable('x'.repeat(LIMITS.short + 1))).toBe('deliverable');
  });
});

describe('dates', () => {
  it.each(['2026-12-01', '2028-02-29', '9999-12-31'])('take %s', (neededBy) => {
    expect(misfit('agreement/request', { ...fitting['agreement/request'], neededBy })).toBeNull();
  });

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '01.12.2026',
    '2026-12-01T00:00:00Z',
    'tomorrow',
    '',
    ' 2026-12-01',
    '2026-12-01\n',
    '-2026-12-01',
    '20261201',
  ])('refuse %j', (date) => {
    expect(misfit('agreement/request', { ...fitting['agreement/request'], neededBy: date })).toBe('neededBy');
    expect(misfit('agreement/decline', { ...fitting['agreement/decline'], availableFrom: date })).toBe(
      'availableFrom',
    );
    expect(misfit('authority/grant', { ...fitting['authority/grant'], expiresOn: date })).toBe('expiresOn');
    expect(misfit('brief/write', { ...fitting['brief/write'], reviewOn: date })).toBe('reviewOn');
    for (const key of ['agreement/counter', 'agreement/renegotiate'] as const) {
      expect(misfit(key, { ...fitting[key], committedBy: date })).toBe('committedBy');
    }
    expect(misfit('agreement/restate', { ...fitting['agreement/restate'], neededBy: date })).toBe('neededBy');
  });
});

it.each(['PLAT-0', 'plat-1', 'PLAT', '-1', 'PLAT-1 ', 'PLAT-1/../x', 'P-1', '1-PLAT', 'PLAT-01'])(
  'refuses %j as an issue key',
  (providerIssueKey) => {
    expect(misfit('agreement/request', { ...fitting['agreement/request'], providerIssueKey })).toBe(
      'providerIssueKey',
    );
  },
);

it.each(['A0', 'a1', '1', 'A1234567', 'A1 ', '__proto__', 'A-1'])(
  'refuses %j as an agreement',
  (agreementId) => {
    expect(misfit('agreement/acknowledge', { agreementId })).toBe('agreementId');
  },
);

it.each(['', 'late', 'SPEC', 'spec ', 'constructor'])('refuses %j as the cause of a return', (cause) => {
  expect(misfit('agreement/return', { ...fitting['agreement/return'], cause })).toBe('cause');
});

it.each(['true', 'yes', 1, 0])('refuses %j as an answer to a new date', (accept) => {
  expect(misfit('agreement/answer-renegotiation', { agreementId: 'A1', accept })).toBe('accept');
});

describe('a policy', () => {
  const { rules, ...rest } = siteDefault;
  const saved = (policy: unknown) => misfit('policy/save', { policy });
  const ownerMissing = rules['owner.missing'];

  it.each([
    [
      'a rule it does not know',
      { ...rest, rules: { ...rules, 'owner.lazy': ownerMissing } },
      'policy.rules.owner.lazy',
    ],
    [
      'a severity it does not know',
      { ...rest, rules: { ...rules, 'owner.missing': { start: 'maybe', finish: 'off' } } },
      'policy.rules.owner.missing.start',
    ],
    [
      'a checkpoint left out',
      { ...rest, rules: { ...rules, 'owner.missing': { start: 'off' } } },
      'policy.rules.owner.missing.finish',
    ],
    ['a mode it does not know', { ...siteDefault, mode: 'shout' }, 'policy.mode'],
    ['no issue type', { ...siteDefault, workItemTypes: [] }, 'policy.workItemTypes'],
    ['a type that is none', { ...siteDefault, workItemTypes: [{ level: 1 }, 7] }, 'policy.workItemTypes.1'],
    [
      'an id that is none',
      { ...siteDefault, workItemTypes: [{ id: '1; drop' }] },
      'policy.workItemTypes.0.id',
    ],
    [
      'a level out of this world',
      { ...siteDefault, workItemTypes: [{ level: 99 }] },
      'policy.workItemTypes.0.level',
    ],
    ['half a level', { ...siteDefault, workItemTypes: [{ level: 0.5 }] }, 'policy.workItemTypes.0'],
    [
      'an id and a level',
      { ...siteDefault, workItemTypes: [{ id: '1', level: 1 }] },
      'policy.workItemTypes.0',
    ],
    ['links in other words', { ...siteDefault, waitsFor: 'all' }, 'policy.waitsFor'],
    [
      'a link from no side',
      { ...siteDefault, waitsFor: [{ linkTypeId: '1', direction: 'both' }] },
      'policy.waitsFor',
    ],
    [
      'too many issue types',
      { ...siteDefault, workItemTypes: Array.from({ length: 51 }, (_, i) => `T${i}`) },
      'policy.workItemTypes',
    ],
    [
      'an owner source it does not know',
      { ...siteDefault, ownerSource: { kind: 'horoscope' } },
      'policy.ownerSource.kind',
    ],
    ['a field without id', { ...siteDefault, ownerSource: { kind: 'field' } }, 'policy.ownerSource.fieldId'],
    [
      'a field id with a path in it',
      { ...siteDefault, ownerSource: { kind: 'field', fieldId: '../user' } },
      'policy.ownerSource.fieldId',
    ],
    ['a negative count', { ...siteDefault, minimumDependencies: -1 }, 'policy.minimumDependencies'],
    ['a fraction', { ...siteDefault, minimumDependencies: 0.5 }, 'policy.minimumDependencies'],
    ['no time at all to answer', { ...siteDefault, acknowledgementHours: 0 }, 'policy.acknowledgementHours'],
    ['a version that is no number', { ...siteDefault, version: Number.NaN }, 'policy.version'],
    ['an extra key', { ...siteDefault, comment: 'hi' }, 'policy.comment'],
  ])('is refused with %s, naming the field', (_what, policy, field) => {
    expect(saved(policy)).toBe(field);
  });

  const read = (some: unknown) => policySchema().parse({ ...rest, rules: some }).rules;

  it.each(RULES)('may leave out %s, as a page does that was opened before there was such a rule', (rule) => {
    const { [rule]: _left, ...others } = rules;
    const follows =
      rule === 'dependencies.too-few' ? rules['dependencies.undeclared'] : siteDefault.rules[rule];
    expect(read(others)).toEqual({ ...rules, [rule]: follows });
  });

  it('keeps what a page decided that knows every rule', () => {
    const mild = { start: 'warn', finish: 'off' } as const;
    expect(read({ ...rules, 'dependencies.too-few': mild })).toMatchObject({ 'dependencies.too-few': mild });
  });
});

it('has a row of the permission table for every call', () => {
  expect(Object.keys(access).sort()).toEqual([...keys].sort());
});
