import { JOBS, readJob } from '../../../../src/app/jobs';
import type { FollowUp } from '../../../../src/app/jobs/ports';

const AT = '2026-11-23T12:00:00.000Z';
const item = { issueKey: 'EXP-1' };

const passage = {
  kind: 'passage',
  ...item,
  toStatusId: '3',
  checkpoint: 'start',
  reason: 'coach',
  rules: ['owner.missing'],
  advice: ['Nobody owns this work item.'],
  at: AT,
} as const;

const rule = { checkpoint: 'start', alsoBlock: [], onOutage: 'closed' } as const;
const trace = {
  issueId: '1',
  ...item,
  toStatusId: '3',
  checkpoint: 'start',
  at: AT,
  rule,
  isOwn: true,
  passages: [],
} as const;

/** Bodies of every kind, with all they can say and with as little as they may. */
const SAMPLES: { readonly [Kind in FollowUp['kind']]: readonly Extract<FollowUp, { kind: Kind }>[] } = {
  'presence-changed': [
    { kind: 'presence-changed', accountId: 'u-a' },
    { kind: 'presence-changed', accountId: 'u-a', cursor: 'x' },
  ],
  'rebuild-inbox': [{ kind: 'rebuild-inbox' }, { kind: 'rebuild-inbox', cursor: 'x' }],
  'write-fields': [
    { kind: 'write-fields', ...item },
    { kind: 'write-fields', ...item, version: 3 },
  ],
  'compare-fields': [
    { kind: 'compare-fields', issueIds: ['1', '2'] },
    { kind: 'compare-fields', issueIds: [], linkedTo: 'EXP-1' },
  ],
  'compare-children': [{ kind: 'compare-children', parents: ['EXP-1'] }],
  'search-fields': [
    { kind: 'search-fields', where: { everywhere: true } },
    { kind: 'search-fields', where: { projectKey: 'EXP' }, cursor: 'x', page: 3 },
    { kind: 'search-fields', where: { changedWithinHours: 25 } },
  ],
  'review-fields': [{ kind: 'review-fields' }, { kind: 'review-fields', cursor: 'x', run: '0b9c' }],
  'compare-all': [{ kind: 'compare-all' }],
  passage: [passage, { ...passage, child: 'EXP-2' }, { ...passage, reason: 'warned', advice: [] }],
  'gate-trace': [
    { kind: 'gate-trace', trace },
    { kind: 'gate-trace', trace: { ...trace, issueId: '', passages: [passage] } },
  ],
  'reconcile-moves': [{ kind: 'reconcile-moves' }, { kind: 'reconcile-moves', cursor: 'x' }],
  'learn-links': [{ kind: 'learn-links' }],
  'rekey-project': [
    { kind: 'rekey-project', projectId: '10000' },
    { kind: 'rekey-project', projectId: '10000', from: 'EXP', cursor: 'c' },
  ],
  'find-renamed': [
    { kind: 'find-renamed', startAt: 0 },
    { kind: 'find-renamed', startAt: 100 },
  ],
  'keep-summary': [{ kind: 'keep-summary', projectKey: 'EXP', projectId: '7' }],
  refusal: [
    {
      kind: 'refusal',
      issueId: '1',
      ...item,
      projectId: '7',
      checkpoint: 'start',
      rule,
      isOwn: true,
      at: AT,
    },
    {
      kind: 'refusal',
      issueId: '1',
      ...item,
      projectId: '7',
      checkpoint: 'finish',
      rule: {
        checkpoint: 'finish',
        unreadable: true,
        mode: 'enforce',
        types: [{ level: 1 }, { id: '10002', name: 'Task' }],
        alsoBlock: ['owner.missing'],
        onOutage: 'open',
      },
      isOwn: false,
      at: AT,
    },
  ],
  'scope-check': [{ kind: 'scope-check', ...item }],
  'scope-review': [{ kind: 'scope-review' }, { kind: 'scope-review', projectKey: 'EXP', cursor: 'x' }],
  'transition-check': [{ kind: 'transition-check', ...item, toStatusId: '3', checkpoint: 'finish' }],
  'access-change': [{ kind: 'access-change', ...item, accountId: 'u-a', sees: false }],
  'access-review': [
    { kind: 'access-review' },
    {
      kind: 'access-review',
      cursor: 'page-2',
      before: { run: '0b9c', owned: 12, lost: [{ ...item, accountId: 'u-a' }] },
    },
  ],
  'find-charters': [
    { kind: 'find-charters', where: { projectKey: 'EXP' }, gone: true, cursor: 'x' },
    { kind: 'find-charters', where: { issueId: '1' }, gone: false },
    { kind: 'find-charters', where: { everywhere: true }, gone: false },
  ],
  'locate-item': [{ kind: 'locate-item', issueId: '1', ...item, gone: true }],
  'note-done': [
    { kind: 'note-done', ...item },
    { kind: 'note-done', ...item, version: 3 },
  ],
  'note-departures': [{ kind: 'note-departures', items: [{ issueId: '1', ...item }] }],
  'migrate-policies': [{ kind: 'migrate-policies' }, { kind: 'migrate-policies', cursor: 'x' }],
  'nominate-assignee': [{ kind: 'nominate-assignee', ...item }],
  escalate: [{ kind: 'escalate', items: [{ issueId: '1', ...item }], anyway: true }],
  'note-moves': [
    { kind: 'note-moves', items: [{ issueId: '1', ...item }] },
    { kind: 'note-moves', items: [{ issueId: '1', ...item }], version: 3 },
  ],
  'note-reached': [
    { kind: 'note-reached', items: [{ issueId: '1', ...item }] },
    { kind: 'note-reached', items: [{ issueId: '1', ...item }], opened: { accountId: 'u-a', at: AT } },
  ],
  notify: [{ kind: 'notify' }],
  reschedule: [
    { kind: 'reschedule', where: { everywhere: true } },
    { kind: 'reschedule', where: { projectKey: 'EXP' }, cursor: 'x' },
  ],
  'send-digest': [{ kind: 'send-digest', accountId: 'u-a', notices: ['n-1'] }],
  'send-prompt': [{ kind: 'send-prompt', accountId: 'u-a', notices: ['n-1'] }],
  'gdpr-collect': [
    { kind: 'gdpr-collect', accounts: {} },
    { kind: 'gdpr-collect', accounts: { 'u-1': AT }, cursor: '1:' },
  ],
  'gdpr-erase': [
    { kind: 'gdpr-erase', names: { 'u-1': 'erased-1' } },
    { kind: 'gdpr-erase', names: { 'u-1': 'erased-1' }, cursor: 'x' },
  ],
  'gdpr-report': [{ kind: 'gdpr-report', accounts: { 'u-1': AT } }],
};

const bodies = JOBS.flatMap(({ kind }): readonly FollowUp[] => SAMPLES[kind]);

/** As the queue delivers it. */
const queued = (body: object): unknown => JSON.parse(JSON.stringify(body));

test.each(bodies)('a queued body comes back as it went in: %j', (body) => {
  expect(readJob(queued(body))).toEqual(body);
});

/** What the kinds were called when events that may still be queued were pushed. */
const FORMER = {
  rows: 'rebuild-inbox',
  shadow: 'write-fields',
  passage: 'passage',
  moved: 'transition-check',
  access: 'access-change',
  review: 'access-review',
  search: 'find-charters',
  whereabouts: 'locate-item',
  policies: 'migrate-policies',
  assigned: 'nominate-assignee',
  climb: 'escalate',
  tell: 'notify',
  rewind: 'reschedule',
  digest: 'send-digest',
  gather: 'gdpr-collect',
  erase: 'gdpr-erase',
  report: 'gdpr-report',
} as const;

test.each(Object.entries(FORMER))('an event queued as %s is carried out as %s', (former, kind) => {
  for (const body of SAMPLES[kind]) expect(readJob(queued({ ...body, kind: former }))).toEqual(body);
});

test('no two jobs answer to one name', () => {
  const names = JOBS.flatMap(({ kind, formerly }) => (formerly === undefined ? [kind] : [kind, formerly]));
  expect(new Set(names).size).toBe(names.length);
});

test.each([undefined, 7, {}, { run: 'not a name', owned: 1, lost: [] }])(
  'a review begins anew that says %j of the pages before',
  (before) => {
    const review = { kind: 'access-review', cursor: 'page-2' };
    expect(readJob({ ...review, before })).toEqual(review);
  },
);

test.each([
  undefined,
  null,
  'write-fields',
  {},
  { kind: 7 },
  { kind: 'burn', ...item },
  { kind: 'constructor' },
  { kind: 'write-fields' },
  { kind: 'write-fields', issueKey: '' },
  { kind: 'access-change', ...item },
  { kind: 'locate-item', issueId: '1' },
  { kind: 'find-charters', where: {} },
  { kind: 'reschedule', where: { issueId: '1' } },
  { kind: 'compare-fields', issueIds: [] },
  { kind: 'compare-children', parents: [7] },
  { kind: 'search-fields', where: { issueId: '1' } },
  { kind: 'send-digest', notices: ['n-1'] },
  { kind: 'gdpr-erase' },
  { ...passage, checkpoint: 'middle' },
  { ...passage, reason: 'because' },
  { ...passage, reason: 'bypass' },
  { ...passage, issueKey: 7 },
])('no job is guessed from %j', (body) => {
  expect(readJob(body)).toBeNull();
});

test('what goes on from page to page is marked as such', () => {
  expect(JOBS.filter(({ paged }) => paged).map(({ kind }) => kind)).toEqual([
    'rebuild-inbox',
    'search-fields',
    'review-fields',
    'reconcile-moves',
    'scope-review',
    'access-review',
    'find-charters',
    'find-renamed',
    'rekey-project',
    'migrate-policies',
    'presence-changed',
    'reschedule',
    'gdpr-collect',
    'gdpr-erase',
    'gdpr-report',
  ]);
});
