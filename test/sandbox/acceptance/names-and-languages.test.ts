import type {
  CharterAnswer,
  CommitmentsAnswer,
  PolicyAnswer,
  ReportPageAnswer,
  RuleTestAnswer,
} from '../../../src/contract/answers';
import type { BacktestAnswer } from '../../../src/contract/backtest';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce, refusalOf } from '../../support/enforced';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { contradictions, askEverywhere } from '../../support/verdicts/consumers';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const EXP = { projectKey: 'EXP' };
const PERIOD = { from: '2026-09-01', to: '2026-11-22' };

type Language = 'en' | 'de' | 'ja';
const speak = (language: Readonly<Record<string, Language>>) =>
  as('u-admin').send('POST', '/sandbox/switches', { language });
const anew = () => as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
beforeEach(anew, 180_000);

const policyOf = (who: string, projectKey = 'EXP') =>
  answerOf<PolicyAnswer>(as(who), 'project-policy', 'policy/get', {}, projectKey);
const panelOf = async (who: string, key: string) =>
  (await as(who).done(key, 'charter/get')) as unknown as CharterAnswer;
const rowsOf = async (who: string) =>
  (await answerOf<ReportPageAnswer>(as(who), 'gap-report', 'report/page', {}, 'EXP')).items;

/** A default name in each language. */
const EPIC = { en: 'Epic', de: 'Epos', ja: 'エピック' };
const BLOCKED_BY = { en: 'is blocked by', de: 'wird blockiert von', ja: 'ブロックされている' };
const TO_DO = { en: 'To Do', de: 'Zu erledigen', ja: 'To Do' };
const DONE = { en: 'Done', de: 'Fertig', ja: '完了' };

describe.each<readonly [Language, Language, Language]>([
  ['de', 'ja', 'en'],
  ['ja', 'de', 'en'],
  ['en', 'de', 'ja'],
])('a site in %s with readers of %s and %s', (of, one, two) => {
  const languages = { site: of, 'u-admin': one, 'u-coo': one, 'u-platform': two, 'u-lead': of };

  test('lives the whole first story', async () => {
    await speak(languages);
    // The administrator names types and links as they read them.
    await enforce(site, 'EXP', { workItemTypes: [EPIC[one]], waitsFor: [BLOCKED_BY[one]] });
    await changePolicy(site, 'EXP', ({ rules }) => ({
      rules: {
        ...rules,
        'authority.missing': { start: 'block', finish: 'block' },
        'brief.incomplete': { start: 'block', finish: 'block' },
      },
    }));
    expect((await policyOf('u-admin')).policy).toMatchObject({
      workItemTypes: [{ id: '10000', name: EPIC[one] }],
      waitsFor: [{ linkTypeId: '10000', direction: 'inward', words: BLOCKED_BY[one] }],
    });

    const start = async () => refusalText(await as('u-coo').move('EXP-1', 'Start'));
    expect(await start()).toMatch(/Mara Okonkwo and Jonas Lindqvist/);
    await as('u-coo').done('EXP-1', 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done('EXP-1', 'dri/accept');
    expect(await start()).toMatch(/^1\. PLAT-1 blocks this work item/m);
    await as('u-coo').done('EXP-1', 'brief/write', {
      outcome: 'Partners sell through the portal',
      whyNow: 'Three contracts wait for it',
      successMeasure: 'Ten orders in a month',
      reviewOn: '2027-01-29',
    });
    await as('u-lead').done('EXP-1', 'authority/grant', { decisions: 'Everything within the budget' });
    await as('u-coo').done('EXP-1', 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: 'Partners sign in with their own accounts',
      acceptance: 'A partner of each market signs in',
      neededBy: '2026-12-18',
      providerIssueKey: 'PLAT-1',
    });
    expect(await start()).toMatch(/Tomasz Wrona/);
    const asked = await answerOf<CommitmentsAnswer>(as('u-platform'), 'my-commitments', 'commitments/list');
    const mine = asked.yours.find(({ item }) => item?.issueKey === 'EXP-1');
    expect(mine).toMatchObject({ duty: 'acknowledge', item: { status: { name: TO_DO[two] } } });
    await as('u-platform').done('EXP-1', 'agreement/acknowledge', { agreementId: 'A1' });

    for (const [reader, language] of [
      ['u-coo', one],
      ['u-platform', two],
      ['u-lead', of],
    ] as const) {
      const { gate, item } = await panelOf(reader, 'EXP-1');
      expect([gate?.verdict, item.issueType, item.status.name]).toEqual([
        'pass',
        EPIC[language],
        TO_DO[language],
      ]);
    }
    const row = (await rowsOf('u-lead')).find(({ issueKey }) => issueKey === 'EXP-1');
    expect(row).toMatchObject({ issueType: EPIC[of], gate: { verdict: 'pass' } });

    expect((await as('u-coo').move('EXP-1', 'Start')).status).toBe(204);
    await as('u-platform').done('EXP-1', 'agreement/deliver', { agreementId: 'A1', evidence: 'It runs' });
    await as('u-coo').done('EXP-1', 'agreement/accept-delivery', { agreementId: 'A1' });
    expect((await as('u-coo').move('EXP-1', 'Finish')).status).toBe(204);
    expect(await as('u-coo').statusOf('EXP-1')).toBe(DONE[one]);
    expect(site.logs).toEqual([]);
  });

  test('gives the same verdict on every surface, whoever reads', async () => {
    await speak({ ...languages, 'u-viewer': two });
    await enforce(site, 'EXP', { waitsFor: 'by-words' });
    const asked = await askEverywhere(site, 'EXP', ['EXP-1', 'EXP-2', 'EXP-3', 'EXP-12']);
    expect(asked.flatMap(contradictions)).toEqual([]);
    expect(asked.map(({ answers }) => answers['transition'])).toEqual(['block', 'allowed', 'block', 'block']);
  });
});

test.each([
  ['by their words', 'by-words'],
  ['by their ids', [{ linkTypeId: '10000', direction: 'inward' }]],
])('links %s: what one person is told differs by language in names alone', async (_, waitsFor) => {
  await enforce(site, 'EXP', { waitsFor });
  const told = async (language: Language) => {
    await speak({ 'u-lead': language });
    const invoke = async (moduleKey: string, call: string, payload: object, context: object) =>
      ((await as('u-lead').invoke(moduleKey, call, payload, context)).body ?? {}) as Record<string, unknown>;
    const { policy } = await policyOf('u-lead');
    const rows = await rowsOf('u-lead');
    const tried = await answerOf<RuleTestAnswer>(as('u-lead'), 'transition-gate', 'rule/test', {
      issueKey: 'EXP-1',
      rule: { checkpoint: 'start' },
    });
    const blockers = (await panelOf('u-lead', 'EXP-5')).item.blockers;
    return {
      names: [...new Set(rows.map(({ issueType }) => issueType))],
      facts: {
        rows: rows.map(({ issueKey, gate, test: lights, handoffs }) => ({
          issueKey,
          gate,
          lights,
          handoffs,
        })),
        tried: tried.lines,
        blockers,
        preview: await invoke('project-policy', 'policy/preview', { policy }, EXP),
        handoffs: (await invoke('gap-report', 'report/handoffs', {}, EXP))['handoffs'],
        indicators: (await invoke('gap-report', 'report/indicators', {}, EXP))['evidence'],
        past: (await invoke('gap-report', 'report/past', {}, EXP))['evidence'],
        figures: (await invoke('project-policy', 'backtest/run', PERIOD, EXP))['figures'],
        gadget: (
          await invoke('gap-gadget', 'report/gadget', {}, { extension: { gadgetConfiguration: EXP } })
        )['summary'],
      },
    };
  };
  const [en, de, ja] = [await told('en'), await told('de'), await told('ja')];
  expect([en.names, de.names, ja.names]).toEqual([['Epic'], ['Epos'], ['エピック']]);
  expect(de.facts).toEqual(en.facts);
  expect(ja.facts).toEqual(en.facts);
  expect(en.facts.rows.length).toBeGreaterThan(8);
  expect(en.facts.figures).toHaveProperty('moved', expect.any(Number));
});

describe('names that an administrator changed', () => {
  const renamed = async (path: string, body: object) =>
    expect((await as('u-admin').send('PUT', `/rest/api/3/${path}`, body)).status).toBe(200);

  test('a renamed type stays under the policy, whichever way it was named there', async () => {
    for (const workItemTypes of [['Epic'], [{ id: '10000' }], [{ level: 1 }]]) {
      await enforce(site, 'EXP', { workItemTypes });
      await renamed('issuetype/10000', { name: 'Initiative' });
      expect(refusalText(await as('u-coo').move('EXP-1', 'Start'))).toContain("EXP-1 can't start");
      expect((await rowsOf('u-lead')).map(({ issueType }) => issueType)).toContain('Initiative');
      expect((await policyOf('u-lead')).unknown.types).toEqual([]);
      await renamed('issuetype/10000', { name: 'Epic' });
    }
  });

  test('a former name finds nothing any more, and is refused by the field', async () => {
    await renamed('issuetype/10000', { name: 'Initiative' });
    const { policy } = await policyOf('u-lead');
    const payload = { policy: { ...policy, workItemTypes: ['Epic'] } };
    const error = await refusalOf(as('u-lead'), 'project-policy', 'policy/save', payload, EXP);
    expect(error).toMatchObject({ code: 'invalid', field: 'policy.workItemTypes.0' });
    expect(error.message).toContain('Initiative');
  });

  test('a renamed link type still blocks where it was chosen', async () => {
    await enforce(site, 'EXP', { waitsFor: ['is blocked by'] });
    await renamed('issueLinkType/10000', { name: 'Need', inward: 'requires', outward: 'is required by' });
    const { gate } = await panelOf('u-coo', 'EXP-5');
    expect(gate?.findings).toContainEqual(expect.objectContaining({ rule: 'dependency.unmapped' }));
    expect((await policyOf('u-lead')).unknown).toMatchObject({ links: [], waitsForNothing: false });
  });

  const findingsOf = async (key: string) =>
    (await panelOf('u-coo', key)).gate?.findings.flatMap(({ rule, what }) =>
      rule === 'dependency.unmapped' ? [what.split(' ')[0]] : [],
    );
  const waitsOf = async (who = 'u-lead') => {
    const { unknown, byWords } = await policyOf(who);
    return { byWords: byWords.map(({ words }) => words), nothing: unknown.waitsForNothing };
  };

  test.each([
    ['that was saved', 'EXP', 'EXP-1', 'PLAT-1'],
    ['that nobody saved', 'PLAT', 'PLAT-5', 'EXP-9'],
  ])(
    'a link type renamed where nobody chose goes on blocking, under a policy %s',
    async (_, project, key, blocker) => {
      if (project === 'EXP') await enforce(site, 'EXP', { waitsFor: 'by-words' });
      else site.sandbox.jira.addLink('Blocks', blocker, key);
      await site.sandbox.drain();
      expect(await findingsOf(key)).toEqual([blocker]);
      expect((await waitsOf()).byWords).toEqual(['is blocked by', 'depends on']);
      await renamed('issueLinkType/10000', { name: 'Need', inward: 'requires', outward: 'is required by' });
      expect(await findingsOf(key)).toEqual([blocker]);
      expect(await waitsOf()).toEqual({ byWords: ['requires', 'depends on'], nothing: false });
      if (project !== 'EXP') return;
      expect(refusalText(await as('u-coo').move(key, 'Start'))).toContain(`${blocker} blocks this work item`);
      const [asked] = await askEverywhere(site, 'EXP', [key]);
      expect(asked && contradictions(asked)).toEqual([]);
      site.logs.splice(0);
    },
  );

  test('renamed once more, and looked for in the past, it is read by every name it had', async () => {
    await enforce(site, 'EXP', { waitsFor: 'by-words' });
    const figures = async () =>
      (await answerOf<BacktestAnswer>(as('u-lead'), 'project-policy', 'backtest/run', PERIOD, 'EXP')).figures;
    const before = await figures();
    await renamed('issueLinkType/10000', { name: 'Need', inward: 'requires', outward: 'is required by' });
    await as('u-admin').send('POST', '/sandbox/triggers/weekly-review');
    await site.sandbox.drain();
    await renamed('issueLinkType/10000', { name: 'Wish', inward: 'longs for', outward: 'is longed for by' });
    expect(await figures()).toEqual(before);
    expect((await waitsOf()).byWords).toEqual(['longs for', 'depends on']);
    site.logs.splice(0);
  });

  test('where no link type ever said so, the policy says that nothing is waited for', async () => {
    await enforce(site, 'EXP', { waitsFor: 'by-words' });
    const { body } = await as('u-admin').get('/rest/api/3/issueLinkType');
    for (const { id } of (body as { issueLinkTypes: { id: string }[] }).issueLinkTypes)
      expect((await as('u-admin').send('DELETE', `/rest/api/3/issueLinkType/${id}`)).status).toBe(204);
    await as('u-admin').send('POST', '/rest/api/3/issueLinkType', {
      name: 'Tie',
      inward: 'pulls',
      outward: 'is pulled by',
    });
    expect(await waitsOf()).toEqual({ byWords: [], nothing: true });
  });

  test('a site’s own “requires” blocks once it is chosen, by its words', async () => {
    const { body } = await as('u-admin').send('POST', '/rest/api/3/issueLinkType', {
      name: 'Requirement',
      inward: 'is required by',
      outward: 'requires',
    });
    const { id } = body as { id: string };
    const key = newEpic(site.sandbox);
    await as('u-coo').send('POST', '/rest/api/3/issueLink', {
      type: { id },
      inwardIssue: { key },
      outwardIssue: { key: 'PLAT-3' },
    });
    const waiting = async () =>
      (await panelOf('u-coo', key)).gate?.findings.flatMap(({ rule, what }) =>
        rule === 'dependency.unmapped' ? [what.split(' ')[0]] : [],
      );
    await enforce(site, 'EXP', { waitsFor: 'by-words' });
    expect(await waiting()).toEqual([]);
    await enforce(site, 'EXP', { waitsFor: ['is blocked by', 'requires'] });
    expect((await policyOf('u-lead')).policy.waitsFor).toEqual([
      { linkTypeId: '10000', direction: 'inward', words: 'is blocked by' },
      { linkTypeId: id, direction: 'outward', words: 'requires' },
    ]);
    expect(await waiting()).toEqual(['PLAT-3']);
    expect(refusalText(await as('u-coo').move(key, 'Start'))).toContain('PLAT-3');
    // The other side of the same link waits for nothing.
    await enforce(site, 'EXP', { waitsFor: [{ linkTypeId: id, direction: 'inward' }] });
    expect(await waiting()).toEqual([]);
  });

  test('a type of the site’s own is under policy by its id, and others of its level are not', async () => {
    const { body } = await as('u-admin').send('POST', '/rest/api/3/issuetype', { name: 'Experiment' });
    await enforce(site, 'EXP', { workItemTypes: ['Experiment'] });
    const made = async (id: string): Promise<string> => {
      const fields = { project: { key: 'EXP' }, issuetype: { id }, summary: 'A try' };
      const reply = await as('u-coo').send('POST', '/rest/api/3/issue', { fields });
      return (reply.body as { key: string }).key;
    };
    const experiment = await made((body as { id: string }).id);
    expect(refusalText(await as('u-coo').move(experiment, 'Start'))).toContain('Nobody owns');
    expect((await as('u-coo').move(await made('10001'), 'Start')).status).toBe(204);
    expect((await as('u-coo').move('EXP-9', 'Start')).status).toBe(204);
  });
});

test('a name is looked up in the language of whoever saves, and in no other', async () => {
  await speak({ 'u-lead': 'de' });
  await enforce(site, 'EXP');
  const { policy } = await policyOf('u-lead');
  const save = (change: object) =>
    answerOf<PolicyAnswer>(
      as('u-lead'),
      'project-policy',
      'policy/save',
      { policy: { ...policy, ...change } },
      'EXP',
    );
  for (const change of [{ workItemTypes: ['エピック'] }, { waitsFor: ['ブロックされている'] }]) {
    const payload = { policy: { ...policy, ...change } };
    const error = await refusalOf(as('u-lead'), 'project-policy', 'policy/save', payload, EXP);
    expect(error).toMatchObject({
      code: 'invalid',
      field: expect.stringMatching(/^policy\.(work|waits).*\.0$/),
    });
    expect(error.message).toMatch(/Epos|wird blockiert von/);
  }
  const saved = await save({ workItemTypes: ['epos', 'Aufgabe'], waitsFor: ['Wird blockiert von'] });
  expect(saved.policy).toMatchObject({
    workItemTypes: [
      { id: '10000', name: 'Epos' },
      { id: '10002', name: 'Aufgabe' },
    ],
    waitsFor: [{ linkTypeId: '10000', direction: 'inward', words: 'wird blockiert von' }],
  });
});

describe('a team-managed project', () => {
  test.each<Language>(['de', 'ja'])('is gated on a site in %s', async (language) => {
    await speak({ site: language, 'u-admin': language });
    await enforce(site, 'TEAM', { workItemTypes: [EPIC[language]] });
    const text = refusalText(await as('u-marketing').move('TEAM-2', 'Start'));
    expect(text).toContain('Nobody owns this work item');
    expect((await as('u-marketing').move('TEAM-1', 'Start')).status).toBe(204);
    const { gate } = await panelOf('u-marketing', 'TEAM-2');
    expect(gate).toMatchObject({ verdict: 'block', checkpoint: 'start' });
  });

  test('keeps its gate when its type is renamed', async () => {
    await enforce(site, 'TEAM', { workItemTypes: ['Epic'] });
    await as('u-admin').send('PUT', '/rest/api/3/issuetype/10000', { name: 'Feature' });
    expect(refusalText(await as('u-marketing').move('TEAM-2', 'Start'))).toContain('Nobody owns');
  });
});
