import { Unavailable } from '../../../src/platform/unavailable';
import { access } from '../../../src/contract/access';
import { inputs, type CallKey } from '../../../src/contract/inputs';
import { REFUSALS } from '../../../src/contract/refusal';
import { siteDefault } from '../../../src/domain/policy/policy';
import { call, from } from '../../support/calling';
import { as, NOW } from '../../support/charter-spec';
import {
  accepted,
  acknowledged,
  asked,
  briefed,
  countered,
  delivered,
  nominated,
  owner,
  refused,
  renegotiated,
  turnedDown,
} from '../../support/events';
import { blocker, epic } from '../../support/items';
import { world, type World } from '../../support/memory-ports';
import { COO, CTO, OPS, people, PLATFORM } from '../../support/people';
import { payloads } from '../../support/payloads';
import { quietly } from '../../support/quiet';

const keys = Object.keys(inputs) as CallKey[];
const itemKeys = keys.filter(
  (key) =>
    !/^(report|backtest|policy|site-policy|site-check|brake|site-brake|audit|commitments|notice|readiness|team|away|person|portfolio|decision|graph)\//.test(
      key,
    ) && key !== 'vital/mark',
);

const code = (answer: Awaited<ReturnType<typeof call>>) => (answer.ok ? 'ok' : answer.error.code);

function untouched({ charters, followUps, jira }: World): void {
  expect(charters.calls['write'] ?? 0).toBe(0);
  expect(followUps.pushed).toEqual([]);
  expect(jira.comments).toEqual([]);
  expect(charters.policies.size).toBe(0);
}

describe('every call answers as its schema says', () => {
  const promised = [...owner(COO), briefed(COO), asked('A1'), acknowledged('A1')];

  it.each([
    ['charter/get', COO, [...owner(COO), asked('A1'), acknowledged('A1')]],
    ['dri/nominate', CTO, []],
    ['dri/accept', COO, [nominated(COO)]],
    ['dri/decline', COO, [nominated(COO)]],
    ['authority/grant', CTO, owner(COO)],
    ['dependencies/declare-none', COO, owner(COO)],
    ['dependencies/declare-no-further', COO, [...owner(COO), asked('A1')]],
    ['agreement/request', COO, owner(COO)],
    ['agreement/acknowledge', PLATFORM, [...owner(COO), asked('A1')]],
    ['agreement/record-yes', COO, [...owner(COO), asked('A1')]],
    ['agreement/ask-more', PLATFORM, [...owner(COO), asked('A1')]],
    ['agreement/replace', COO, promised],
    ['agreement/take-back', COO, [...owner(COO), asked('A1')]],
    ['agreement/reply-later', PLATFORM, [...owner(COO), asked('A1')]],
    ['agreement/decline', PLATFORM, [...owner(COO), asked('A1')]],
    ['agreement/withdraw', COO, [...owner(COO), asked('A1'), acknowledged('A1')]],
    ['brief/write', CTO, [...owner(COO), turnedDown(COO)]],
    ['agreement/counter', PLATFORM, [...owner(COO), asked('A1')]],
    ['agreement/accept-counter', COO, [...owner(COO), asked('A1'), countered('A1')]],
    ['agreement/restate', COO, [...owner(COO), asked('A1'), countered('A1', { deliverable: 'Half' })]],
    ['agreement/reassign', COO, [...owner(COO), asked('A1'), refused('A1')]],
    ['agreement/deliver', PLATFORM, promised],
    ['agreement/confirm', PLATFORM, promised],
    ['agreement/accept-delivery', COO, [...promised, delivered('A1', { late: true })]],
    ['agreement/return', COO, [...promised, delivered('A1')]],
    ['agreement/renegotiate', COO, promised],
    ['agreement/link', COO, promised],
    ['agreement/answer-renegotiation', COO, [...promised, renegotiated('A1')]],
    ['commitments/list', PLATFORM, [...owner(COO), asked('A1')]],
    ['commitments/answer', PLATFORM, [...owner(COO), asked('A1')]],
    ['report/page', COO, [...owner(COO), asked('A1')]],
    ['policy/get', COO, []],
    ['policy/save', COO, []],
  ] as const)('%s', async (key, accountId, history) => {
    const here = world(...history);
    here.jira.rights = { browse: true, administer: true };
    here.jira.items.set('EXP-1', epic({ blockers: [blocker('PLAT-1')] }));
    here.jira.items.set('PLAT-7', epic({ issueKey: 'PLAT-7' }));
    expect(await call(here, key, payloads[key], from(accountId))).toMatchObject({ ok: true });
  });
});

describe('a call that is not in the contract', () => {
  it.each([
    ['of ours', 'charter/burn'],
    ['without a name', ''],
    ['named like a constructor', 'constructor'],
    ['named like a prototype', '__proto__'],
    ['named like a method', 'toString'],
    ['whose name never ends', 'x'.repeat(1_000_000)],
  ])('is refused: one %s', async (_what, key) => {
    const here = world();
    expect(code(await call(here, key, {}, from(COO)))).toBe('unknown-call');
    untouched(here);
    expect(here.jira.calls).toEqual({});
  });
});

/** Each of several answers says so for itself: see the answers' own test. Of the others Jira is not asked, or only at need. */
const NEEDS_NO_JIRA: readonly string[] = [
  'commitments/answer',
  'report/act',
  'vital/mark',
  'commitments/mail',
  'notice/preferences',
  'team/list',
  'away/get',
  'away/set',
  'away/end',
];

describe.each(keys)('%s', (key) => {
  it('is refused with a key too many, before anything is read', async () => {
    const here = world(...owner(COO), asked('A1'));
    const answer = await call(here, key, { ...payloads[key], accountID: CTO }, from(COO));
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field: 'accountID' } });
    expect(here.jira.calls).toEqual({});
    expect(here.charters.calls).toEqual({});
  });

  it('is refused to nobody in particular', async () => {
    const here = world(asked('A1'));
    expect(code(await call(here, key, payloads[key], from(undefined)))).toBe('anonymous');
    expect(here.jira.calls).toEqual({});
    untouched(here);
  });

  it('is refused where the page names neither item nor project, unless it is about the person alone', async () => {
    if (access[key] === 'person') return;
    const here = world();
    const caller = from(COO, { issueKey: undefined, projectKey: undefined });
    // The site's own calls need no place, only the right; and some name their work item or project themselves.
    const placeless = ['site-admin', 'named-item-admin', 'workflow-admin'].includes(access[key]);
    const refused = placeless ? 'not-allowed' : 'invalid';
    expect(code(await call(here, key, payloads[key], caller))).toBe(refused);
    untouched(here);
  });

  it('says so when Jira is down, and changes nothing', async () => {
    if (NEEDS_NO_JIRA.includes(key)) return;
    const log = quietly();
    const here = world(...owner(COO), asked('A1'));
    here.jira.down = ['workItem', 'projectRights', 'administersSite', 'issueSummaries', 'browsedProjects'];
    const answer = await call(here, key, payloads[key], from(COO));
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(log.lines()).not.toEqual([]);
    untouched(here);
  });

  it('answers a defect of ours without telling what it was', async () => {
    if (NEEDS_NO_JIRA.includes(key)) return;
    const log = quietly();
    const here = world(...owner(COO), asked('A1'));
    const broken = () => Promise.reject(new TypeError('cannot read secret of undefined'));
    here.jira.workItem = broken;
    here.jira.projectRights = broken;
    here.jira.issueSummaries = broken;
    here.jira.administersSite = broken;
    here.jira.browsedProjects = broken;
    const answer = await call(here, key, payloads[key], from(COO));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log.lines()).toHaveLength(1);
    untouched(here);
  });
});

describe.each(itemKeys)('%s, for somebody whom Jira hides the item from', (key) => {
  it('is refused like an item that does not exist', async () => {
    const here = world(...owner(COO), asked('A1'));
    here.jira.userSees = false;
    const hidden = await call(here, key, payloads[key], from('u-outsider'));
    const missing = await call(here, key, payloads[key], from('u-outsider', { issueKey: 'EXP-404' }));
    expect(hidden).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(missing).toEqual(hidden);
    untouched(here);
  });
});

describe('a provider who may not see the item', () => {
  const byRequester = renegotiated('A1', { by: COO, side: 'requester' });
  const here = () => {
    const one = world(...owner(COO), asked('A1'), asked('A2', { providerAccountId: OPS }));
    one.jira.userSees = false;
    return one;
  };

  it('acknowledges their own agreement, and gets it and nothing else', async () => {
    const one = here();
    const answer = await call(one, 'agreement/acknowledge', { agreementId: 'A1' }, from(PLATFORM));
    expect(answer).toEqual({
      ok: true,
      agreement: expect.objectContaining({ id: 'A1', status: 'acknowledged', overdue: false }),
      people: { [COO]: people[COO], [PLATFORM]: people[PLATFORM] },
      seen: 5,
      undo: [{ agreementId: 'A1', step: 'agreement-acknowledged', until: '2026-11-23T12:10:00.000Z' }],
      now: NOW,
    });
    expect(one.charters.stored.get('EXP-1')?.issueId).toBe('10001');
  });

  it('declines it with who could do it instead', async () => {
    const answer = await call(
      here(),
      'agreement/decline',
      { agreementId: 'A1', reason: 'Not ours', alternativeAccountId: CTO },
      from(PLATFORM),
    );
    expect(answer).toMatchObject({ ok: true, agreement: { id: 'A1', status: 'declined' } });
    expect(Object.keys(answer).filter((key) => key !== 'undo')).toEqual([
      'ok',
      'agreement',
      'people',
      'seen',
      'now',
    ]);
  });

  it.each([
    ['agreement/counter', [], 'countered'],
    ['agreement/reply-later', [], 'requested'],
    ['agreement/ask-more', [], 'requested'],
    ['agreement/deliver', [acknowledged('A1')], 'delivered'],
    ['agreement/confirm', [acknowledged('A1')], 'acknowledged'],
    ['agreement/renegotiate', [acknowledged('A1')], 'acknowledged'],
    ['agreement/link', [], 'requested'],
    ['agreement/answer-renegotiation', [acknowledged('A1'), byRequester], 'acknowledged'],
  ] as const)('gives %s, and gets their agreement and nothing else', async (key, since, status) => {
    const one = world(...owner(COO), asked('A1'), ...since);
    one.jira.hidden.add('EXP-1');
    one.jira.items.set('PLAT-7', epic({ issueKey: 'PLAT-7' }));
    const answer = await call(one, key, payloads[key], from(PLATFORM));
    expect(answer).toMatchObject({ ok: true, agreement: { id: 'A1', status } });
    expect(Object.keys(answer).filter((key) => key !== 'undo')).toEqual([
      'ok',
      'agreement',
      'people',
      'seen',
      'now',
    ]);
  });

  it('hands it over, and from then on does not find it', async () => {
    const one = here();
    const handOver = () =>
      call(one, 'agreement/reassign', { agreementId: 'A1', providerAccountId: OPS }, from(PLATFORM));
    expect(await handOver()).toMatchObject({ ok: true, agreement: { providerAccountId: OPS, rounds: 2 } });
    expect(code(await handOver())).toBe('not-found');
    expect(code(await call(one, 'agreement/acknowledge', { agreementId: 'A1' }, from(OPS)))).toBe('ok');
  });

  it.each([
    'agreement/accept-counter',
    'agreement/restate',
    'agreement/accept-delivery',
    'agreement/return',
  ] as const)('does not find the DRI’s %s', async (key) => {
    const one = here();
    expect(code(await call(one, key, payloads[key], from(PLATFORM)))).toBe('not-found');
    untouched(one);
  });

  it('does not find the agreements of others, or any other call', async () => {
    const one = here();
    expect(code(await call(one, 'agreement/acknowledge', { agreementId: 'A2' }, from(PLATFORM)))).toBe(
      'not-found',
    );
    expect(code(await call(one, 'agreement/acknowledge', { agreementId: 'A9' }, from(PLATFORM)))).toBe(
      'not-found',
    );
    expect(code(await call(one, 'charter/get', {}, from(PLATFORM)))).toBe('not-found');
    expect(code(await call(one, 'dri/nominate', { accountId: PLATFORM }, from(PLATFORM)))).toBe('not-found');
    expect(
      code(await call(one, 'agreement/withdraw', { agreementId: 'A1', reason: 'x' }, from(PLATFORM))),
    ).toBe('not-found');
    untouched(one);
  });
});

describe('a refusal of the domain', () => {
  it.each([
    ['dri/nominate', { accountId: 'u-gone' }, COO, 'person-inactive', 'accountId'],
    ['dri/nominate', { accountId: 'u-bot' }, COO, 'person-not-human', 'accountId'],
    ['dri/nominate', { accountId: 'site-admins' }, COO, 'person-not-found', 'accountId'],
    ['dri/accept', {}, COO, 'no-nomination', undefined],
    ['agreement/acknowledge', { agreementId: 'A1' }, COO, 'forbidden', undefined],
    [
      'agreement/request',
      { ...payloads['agreement/request'], neededBy: '2026-11-22' },
      COO,
      'date-in-past',
      'neededBy',
    ],
    [
      'agreement/decline',
      { agreementId: 'A1', reason: 'No' },
      PLATFORM,
      'alternative-missing',
      'alternativeAccountId',
    ],
  ] as const)('%s %j by %s is %s', async (key, payload, accountId, expected, field) => {
    const here = world(asked('A1', { by: CTO }));
    const answer = await call(here, key, payload, from(accountId));
    expect(answer).toMatchObject({ ok: false, error: { code: expected, ...(field && { field }) } });
    untouched(here);
  });

  it('names people as Jira does', async () => {
    const answer = await call(world(), 'dri/nominate', { accountId: 'u-gone' }, from(COO));
    expect(answer).toMatchObject({ error: { message: expect.stringContaining('Gil Gone') } });
  });

  it('never shares a code with a refusal of the contract', async () => {
    const answer = await call(world(), 'dri/accept', {}, from(COO));
    expect(Object.keys(REFUSALS)).not.toContain(code(answer));
  });
});

describe('the rights Jira gives', () => {
  it('let only people who may edit nominate', async () => {
    const here = world();
    here.jira.userEdits = false;
    expect(await call(here, 'dri/nominate', { accountId: OPS }, from(COO))).toMatchObject({
      error: { code: 'forbidden' },
    });
    untouched(here);
  });

  it('never come from the payload', async () => {
    const here = world(nominated(COO));
    expect(code(await call(here, 'dri/accept', { accountId: COO }, from(CTO)))).toBe('invalid');
    expect(code(await call(here, 'dri/accept', {}, from(CTO)))).toBe('forbidden');
    untouched(here);
  });
});

describe('a project’s calls', () => {
  it('do not exist for people who may not browse it', async () => {
    const here = world();
    here.jira.rights = { browse: false, administer: false };
    for (const key of ['report/page', 'policy/get', 'policy/save'] as const) {
      expect(code(await call(here, key, payloads[key], from(COO)))).toBe('not-found');
    }
    untouched(here);
  });

  it('save a policy for administrators only', async () => {
    const here = world();
    expect(code(await call(here, 'policy/save', payloads['policy/save'], from(COO)))).toBe('not-allowed');
    untouched(here);
    here.jira.rights = { browse: true, administer: true };
    expect(await call(here, 'policy/save', payloads['policy/save'], from(COO))).toMatchObject({
      ok: true,
      inherited: false,
      policy: { version: 1 },
    });
  });

  it('refuse the second of two savers who read the same version', async () => {
    const here = world();
    here.jira.rights = { browse: true, administer: true };
    const save = (mode: string) => call(here, 'policy/save', { policy: { ...siteDefault, mode } }, from(COO));
    expect(code(await save('coach'))).toBe('ok');
    expect(code(await save('observe'))).toBe('changed-meanwhile');
    expect(here.charters.policies.get('EXP')?.policy.mode).toBe('coach');
  });
});

describe('an agreement whose provider left', () => {
  it('is reassigned by the DRI, though it was promised', async () => {
    const here = world(...owner(COO), asked('A1'), acknowledged('A1'));
    const reassign = () =>
      call(here, 'agreement/reassign', { agreementId: 'A1', providerAccountId: OPS }, from(COO));
    expect(code(await reassign())).toBe('wrong-status');
    const left = { ...people, [PLATFORM]: { ...people[PLATFORM]!, active: false } };
    here.jira.items.set('EXP-1', epic({ people: left }));
    Object.assign(here.jira.known, left);
    expect(await reassign()).toMatchObject({
      charter: { agreements: [{ status: 'requested', providerAccountId: OPS }] },
    });
  });
});

describe('a stored change', () => {
  it('queues its shadow and whoever is to be told, once', async () => {
    const here = world();
    await call(here, 'dri/nominate', { accountId: OPS }, from(COO));
    expect(here.followUps.jobs).toEqual([
      { kind: 'write-fields', issueKey: 'EXP-1', version: 1 },
      { kind: 'note-moves', items: [{ issueId: '10001', issueKey: 'EXP-1' }], version: 1 },
    ]);
  });

  it('stands although the queue is down', async () => {
    quietly();
    const here = world();
    here.followUps.down = true;
    expect(code(await call(here, 'dri/nominate', { accountId: OPS }, from(COO)))).toBe('ok');
    expect(here.charters.stored.get('EXP-1')?.charter.dri?.accountId).toBe(OPS);
  });

  it('stands although names cannot be read afterwards', async () => {
    quietly();
    const here = world(nominated(COO, { by: 'u-stranger' }), accepted(COO), asked('A1'));
    here.charters.beforeWrite = () => void (here.jira.down = ['people']);
    const answer = await call(here, 'agreement/withdraw', { agreementId: 'A1', reason: 'Solved' }, from(COO));
    expect(answer).toMatchObject({ ok: true, gate: { findings: [{ rule: 'dependencies.undeclared' }] } });
    expect(here.charters.stored.get('EXP-1')?.charter.agreements[0]?.status).toBe('withdrawn');
  });

  it('is answered without a verdict where it names somebody meanwhile whom Jira does not tell of', async () => {
    quietly();
    const here = world();
    here.charters.beforeWrite = () => {
      if (here.charters.stored.size > 0) return;
      here.charters.put('EXP-1', [nominated('u-late')]);
      here.jira.down = ['people'];
    };
    const answer = await call(here, 'brief/write', payloads['brief/write'], from(CTO));
    expect(answer).toMatchObject({
      ok: true,
      gate: null,
      gates: null,
      gateUnknown: 'people-not-read',
      charter: { dri: { accountId: 'u-late' }, brief: {} },
    });
    expect(here.charters.stored.get('EXP-1')?.version).toBe(2);
  });

  it('shows the panel what follows from it', async () => {
    const here = world(nominated(COO));
    const answer = await call(here, 'dri/accept', {}, from(COO));
    expect(answer).toMatchObject({
      charter: { dri: { accountId: COO, status: 'accepted' } },
      gate: { checkpoint: 'start', findings: [{ rule: 'dependencies.undeclared' }] },
      me: { accountId: COO },
      history: [{ type: 'dri-nominated' }, { type: 'dri-accepted', by: COO, at: as(COO).now }],
    });
  });

  it('takes over the blocking issue that is assigned to the person asked', async () => {
    const here = world(...owner(COO));
    here.jira.items.set('EXP-1', epic({ blockers: [blocker('PLAT-1'), blocker('PLAT-2')] }));
    here.jira.assigned = { 'PLAT-1': PLATFORM, 'PLAT-2': OPS };
    await call(here, 'agreement/request', payloads['agreement/request'], from(COO));
    expect(here.charters.stored.get('EXP-1')?.charter.agreements).toMatchObject([
      { providerIssueKey: 'PLAT-1' },
    ]);
  });

  it('guesses no blocking issue where two are assigned to the person asked', async () => {
    const here = world(...owner(COO));
    here.jira.items.set('EXP-1', epic({ blockers: [blocker('PLAT-1'), blocker('PLAT-2')] }));
    here.jira.assigned = { 'PLAT-1': PLATFORM, 'PLAT-2': PLATFORM };
    await call(here, 'agreement/request', payloads['agreement/request'], from(COO));
    expect(here.charters.stored.get('EXP-1')?.charter.agreements[0]).not.toHaveProperty('providerIssueKey');
  });
});

it('follows an item that was moved to the key it has now', async () => {
  const here = world();
  here.jira.items.set('EXP-1', epic({ issueKey: 'NEW-7', projectKey: 'NEW' }));
  here.charters.put('NEW-7', [nominated(COO)]);
  expect(code(await call(here, 'dri/accept', {}, from(COO)))).toBe('ok');
  expect(here.charters.stored.get('NEW-7')?.charter.dri?.status).toBe('accepted');
  expect(here.charters.stored.has('EXP-1')).toBe(false);
});

it('says that the charter is full, and keeps what was there', async () => {
  const here = world(nominated(COO));
  here.charters.full = true;
  expect(code(await call(here, 'dri/accept', {}, from(COO)))).toBe('charter-full');
  expect(here.charters.stored.get('EXP-1')?.charter.dri?.status).toBe('nominated');
  expect(here.followUps.pushed).toEqual([]);
});

it('tells back a short piece of an endless unknown key', async () => {
  const answer = await call(world(), 'charter/get', { ['k'.repeat(1_000_000)]: 1 }, from(COO));
  expect(JSON.stringify(answer).length).toBeLessThan(500);
});

describe('an item that Jira shows to its reader and not to the app', () => {
  const unseen = (): World => {
    const here = world(...owner(COO), asked('A1'));
    here.jira.hiddenFromApp.add('EXP-1');
    return here;
  };

  it('opens with its charter and without a verdict', async () => {
    expect(await call(unseen(), 'charter/get', {}, from(COO))).toMatchObject({
      ok: true,
      gate: null,
      gates: null,
      gateUnknown: 'app-may-not-see',
      charter: { agreements: [{ id: 'A1' }] },
      item: { issueKey: 'EXP-1' },
    });
  });

  it('takes a change like any other', async () => {
    const here = unseen();
    expect(await call(here, 'agreement/acknowledge', { agreementId: 'A1' }, from(PLATFORM))).toMatchObject({
      ok: true,
      gate: null,
      charter: { agreements: [{ status: 'acknowledged' }] },
    });
  });
});

it.each([
  [{ failure: 'too-many', until: '2026-11-23T12:34:00.000Z' }, /may be asked again after 12:34 UTC/],
  [{ failure: 'refused' }, /ask a Jira administrator/],
  [{ failure: 'broken-question', messages: ['No such type.'] }, /Jira said: No such type\./],
  [{}, /did not answer/],
] as const)(
  'what Jira said when it gave nothing is told with its own way out: %j',
  async (details, words) => {
    quietly();
    const here = world();
    here.jira.openItems = () => Promise.reject(new Unavailable('jira', 'no', details));
    expect(await call(here, 'report/page', {}, from(COO))).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringMatching(words) },
    });
  },
);
