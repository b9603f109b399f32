import { calls } from '../../../src/contract/calls';
import { namesFrom } from '../../../src/contract/wording/names';
import { wordInvalid } from '../../../src/contract/wording/refusals';
import { textFiles } from '../../support/texts';
import { fieldOf, wordRejection } from '../../../src/contract/wording/rejections';
import type { AgreementStatus } from '../../../src/domain/charter/agreement/agreement';
import type { Rejection, RejectionCode } from '../../../src/domain/charter/commands';
import { acknowledged } from '../../support/events';
import { INTAKE_FIELDS } from '../../../src/domain/policy/policy';
import { COO, people } from '../../support/people';

const TODAY = '2026-11-23';

const STATUSES: readonly AgreementStatus[] = [
  'requested',
  'countered',
  'acknowledged',
  'delivered',
  'accepted',
  'declined',
  'withdrawn',
];

const field = 'accountId';
const whoMay = {
  editors: false,
  projectAdmins: false,
  roles: [],
  groups: [],
  people: [],
  butParties: false,
} as const;

const samples: { readonly [C in RejectionCode]: readonly Extract<Rejection, { code: C }>[] } = {
  forbidden: [
    { code: 'forbidden', needs: 'edit' },
    { code: 'forbidden', needs: 'dri' },
    { code: 'forbidden', needs: 'provider' },
    { code: 'forbidden', needs: 'nominee' },
    { code: 'forbidden', needs: 'either-side' },
    { code: 'forbidden', needs: 'other-side' },
    { code: 'forbidden', needs: 'waive-right', may: whoMay },
    {
      code: 'forbidden',
      needs: 'waive-right',
      may: { ...whoMay, editors: true, roles: ['Sponsors'], groups: ['steering'], people: [COO] },
    },
    { code: 'forbidden', needs: 'grant-right', may: { ...whoMay, projectAdmins: true, butParties: true } },
    { code: 'forbidden', needs: 'vital-right' },
    { code: 'forbidden', needs: 'addressee' },
    { code: 'forbidden', needs: 'asker' },
    { code: 'forbidden', needs: 'sponsor' },
  ],
  'person-not-found': [{ code: 'person-not-found', field, accountId: 'u-nobody' }],
  'person-inactive': [{ code: 'person-inactive', field, accountId: COO }],
  'person-not-human': [{ code: 'person-not-human', field, accountId: COO }],
  'already-nominated': [{ code: 'already-nominated', accountId: COO }],
  'already-accepted': [{ code: 'already-accepted', accountId: COO }],
  'no-nomination': [{ code: 'no-nomination' }],
  'no-dri': [{ code: 'no-dri' }],
  'grantor-is-dri': [{ code: 'grantor-is-dri' }],
  'date-in-past': [{ code: 'date-in-past', field: 'neededBy', date: '2026-11-20', today: '2026-11-23' }],
  'date-too-far': [{ code: 'date-too-far', field: 'neededBy', date: '2099-01-01', latest: '2029-11-23' }],
  'own-issue': [{ code: 'own-issue', field: 'providerIssueKey' }],
  'already-asked': [{ code: 'already-asked', agreementId: 'A1', field: 'deliverable' }],
  'too-many-agreements': [{ code: 'too-many-agreements', limit: 100 }],
  'agreements-open': [{ code: 'agreements-open', count: 2 }],
  'already-declared': [{ code: 'already-declared' }],
  'no-agreements': [{ code: 'no-agreements' }],
  'agreement-not-found': [{ code: 'agreement-not-found', agreementId: 'A9' }],
  'wrong-status': [...STATUSES, 'renamed by a newer version'].map((status) => ({
    code: 'wrong-status',
    agreementId: 'A1',
    status,
  })),
  'not-finished': [{ code: 'not-finished' }],
  'target-missing': [{ code: 'target-missing', field: 'toIssueKey' }],
  'target-without-move': [{ code: 'target-without-move', field: 'toIssueKey' }],
  'target-finished': [{ code: 'target-finished', field: 'toIssueKey' }],
  'target-unowned': [{ code: 'target-unowned', field: 'toIssueKey' }],
  'taken-on-already': [{ code: 'taken-on-already' }],
  'nothing-to-undo': [{ code: 'nothing-to-undo', minutes: 10 }],
  'acted-meanwhile': [
    { code: 'acted-meanwhile', accountId: COO, step: 'delivery-accepted' },
    { code: 'acted-meanwhile', accountId: COO, step: 'written-by-a-newer-version' },
  ],
  'nothing-restated': [{ code: 'nothing-restated' }],
  'same-date': [{ code: 'same-date', field: 'committedBy' }],
  'same-provider': [{ code: 'same-provider', field: 'providerAccountId' }],
  'same-issue': [{ code: 'same-issue', field }],
  'issue-not-found': [{ code: 'issue-not-found', field: 'providerIssueKey', issueKey: 'PLAT-404' }],
  'provider-asked-for-it': [{ code: 'provider-asked-for-it', field, accountId: COO }],
  'no-renegotiation': [{ code: 'no-renegotiation' }],
  'more-asked-already': [{ code: 'more-asked-already', agreementId: 'A1' }],
  'nothing-asked': [{ code: 'nothing-asked', field: 'answer' }],
  'reply-announced': [{ code: 'reply-announced', agreementId: 'A1', replyBy: '2026-11-26' }],
  'reply-after-needed': [{ code: 'reply-after-needed', field: 'by', neededBy: '2026-12-04' }],
  'alternative-missing': [{ code: 'alternative-missing' }],
  'alternative-is-self': [{ code: 'alternative-is-self', field: 'alternativeAccountId' }],
  'alternative-is-asker': [{ code: 'alternative-is-asker', field, accountId: COO }],
  'self-acknowledgement': [{ code: 'self-acknowledgement' }],
  'intake-missing': INTAKE_FIELDS.map((missing) => ({ code: 'intake-missing', field: missing, missing })),
  'waiver-for-oneself': [{ code: 'waiver-for-oneself' }],
  'waiver-ends-in-past': [{ code: 'waiver-ends-in-past', field: 'expiresAt' }],
  'waiver-too-long': [1, 30].map((longestDays) => ({
    code: 'waiver-too-long',
    field: 'expiresAt',
    longestDays,
  })),
  'waiver-not-found': [{ code: 'waiver-not-found', waiverId: 'W9' }],
  'waiver-over': [{ code: 'waiver-over', waiverId: 'W1' }],
  'too-many-waivers': [{ code: 'too-many-waivers', limit: 50 }],
  'need-of-oneself': [{ code: 'need-of-oneself', field: 'needs.0.accountId' }],
  'need-without-day': [{ code: 'need-without-day', field: 'needs.0.by' }],
  'walk-through-incomplete': [{ code: 'walk-through-incomplete', field: 'reviewed', agreementId: 'A2' }],
  'next-while-on-track': [{ code: 'next-while-on-track', field: 'next' }],
  'next-without-day': [{ code: 'next-without-day', field: 'next.until' }],
  'next-without-reason': [{ code: 'next-without-reason', field: 'next.reason' }],
  'need-unknown': [{ code: 'need-unknown', field: 'needId', needId: 'N9.1' }],
  'agreement-unknown': [{ code: 'agreement-unknown', field: 'reviewed', agreementId: 'A9' }],
  'escalation-to-oneself': [{ code: 'escalation-to-oneself', field: 'toAccountId' }],
  'escalation-not-found': [{ code: 'escalation-not-found', escalationId: 'E9' }],
  'escalation-answered': [{ code: 'escalation-answered', escalationId: 'E1' }],
  'question-taken-back': [{ code: 'question-taken-back', escalationId: 'E1' }],
  'same-addressee': [{ code: 'same-addressee', field: 'toAccountId' }],
  'too-many-escalations': [{ code: 'too-many-escalations', limit: 50 }],
  'gap-not-found': [{ code: 'gap-not-found', gapId: 'G9' }],
  'gap-answered': [{ code: 'gap-answered', gapId: 'G1' }],
  'too-many-gaps': [{ code: 'too-many-gaps', limit: 50 }],
  'too-much-open': [{ code: 'too-much-open' }],
  'no-brief': [{ code: 'no-brief' }],
  'review-due': [{ code: 'review-due', field: 'reviewOn', reviewOn: '2026-11-20' }],
  'review-date-missing': [{ code: 'review-date-missing', field: 'reviewOn' }],
  'doubt-without-reason': [{ code: 'doubt-without-reason', field: 'reason' }],
  'reason-missing': [{ code: 'reason-missing', field: 'reason' }],
  'not-broken': [{ code: 'not-broken', agreementId: 'A1' }],
  'already-recorded': [{ code: 'already-recorded' }],
  'marked-already': [{ code: 'marked-already' }],
  'changed-meanwhile': [{ code: 'changed-meanwhile', entry: acknowledged('A1', { by: COO }) }],
};

const wholeSentences = /^[\p{Lu}“].*\.$/u;
const slips = /undefined|null|NaN|\[object|!|\s{2}/;

describe.each(
  Object.values(samples)
    .flat()
    .map((rejection) => [JSON.stringify(rejection), rejection] as const),
)('%s', (_facts, rejection) => {
  it('is refused in whole sentences', () => {
    const text = wordRejection(rejection, { name: namesFrom(people), today: TODAY });
    expect(text[0]?.toUpperCase()).toBe(text[0]);
    expect(text).toMatch(wholeSentences);
    expect(text).not.toMatch(slips);
  });

  it('names the person, where there is one', () => {
    if (!('accountId' in rejection) || !(rejection.accountId in people)) return;
    expect(wordRejection(rejection, { name: namesFrom(people), today: TODAY })).toContain('Ada Olsen');
  });

  it('points at the field, where there is one', () => {
    if ('field' in rejection) expect(fieldOf(rejection)).toBe(rejection.field);
  });
});

it('is told as recorded, so that a changed sentence is seen', () => {
  const said = Object.values(samples)
    .flat()
    .map((rejection) => wordRejection(rejection, { name: namesFrom(people), today: TODAY }));
  expect(said).toMatchSnapshot();
});

it.each(STATUSES)('says where an agreement stands that is %s, like no other state', (status) => {
  const words = (one: string) =>
    wordRejection(
      { code: 'wrong-status', agreementId: 'A1', status: one },
      { name: namesFrom(people), today: TODAY },
    );
  expect(words(status)).not.toContain('has changed');
  expect(STATUSES.filter((other) => words(other) === words(status))).toEqual([status]);
});

it('points a decline without alternative at its alternative', () => {
  expect(fieldOf({ code: 'alternative-missing' })).toBe('alternativeAccountId');
  expect(fieldOf({ code: 'no-dri' })).toBeUndefined();
});

const refusals = Object.entries(textFiles['refusals'] ?? {}).filter(([id]) => id.startsWith('refusal.'));

it.each(refusals)('%s is in whole sentences', (_id, text) => {
  expect(text).toMatch(wholeSentences);
  expect(text).not.toMatch(slips);
});

it.each(['required', 'too-long', 'too-many', 'not-a-date', 'not-an-issue-key', 'Invalid input'])(
  'says what is wrong with an input: %s',
  (reason) => {
    expect(wordInvalid('neededBy', reason)).toMatch(/^“Needed by” (is|has|must).*\.$/);
    expect(wordInvalid('neededBy', reason)).not.toMatch(slips);
  },
);

/** What no person fills in: a program says which of its own fields is wrong. */
const BY_PROGRAMS =
  /^(seen|before|cursor|ref|call|input|version|level|id|name|named|direction|words|kind|start|finish|measure|accept|filter|scope|policy|answers|linkTypeId|projectAdmins|editors|sponsor|lead|roles|groups|parties|rights|grant|decide|childrenFollow|nominateAssignee|acknowledgement|overdue|review|(need|agreement|aboutAgreement|waiver|escalation|gap|team|project)Id|issueKeys?|vital)$/;

/** Names of every field below a schema, but for those of records by rule or cause. */
function fieldsOf(schema: unknown): readonly string[] {
  const { def } = (schema as { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } })._zod;
  const shape = Object.entries((def['shape'] ?? {}) as Record<string, unknown>);
  const parts = ['innerType', 'element', 'valueType', 'in', 'out'].flatMap((part) => def[part] ?? []);
  const options = (def['options'] ?? []) as readonly unknown[];
  const named = shape.map(([name]) => name).filter((name) => !/[.-]/.test(name));
  return [...named, ...[...shape.map(([, inner]) => inner), ...parts, ...options].flatMap(fieldsOf)];
}

it('calls every field that people fill in by a label, also deep in a form', () => {
  const fields = new Set(
    calls
      .filter(({ key }) => !/^(readiness|programme|rule|report|backtest)/.test(key))
      .flatMap((call) => fieldsOf(call.input())),
  );
  expect(fields.size).toBeGreaterThan(60);
  const raw = [...fields].filter((name) => wordInvalid(name, 'required') === `“${name}” is needed.`);
  expect(raw.filter((name) => !BY_PROGRAMS.test(name))).toEqual([]);
  expect(wordInvalid('needs.0.by', 'not-a-date')).toBe('“Needed by” must be a date such as 2026-12-01.');
  expect(wordInvalid('cursor', 'required')).toBe('“cursor” is needed.');
});

it('says so where no input in particular is wrong', () => {
  expect(wordInvalid('reason', 'too-long', 1000)).toBe('“Reason” is too long: at most 1000 characters fit.');
  expect(wordInvalid(undefined, 'Invalid input')).toMatch(wholeSentences);
});
