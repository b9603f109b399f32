import type { PolicyOwner, ProjectPlace } from '../../../../src/app/policy/ports';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import { brakeStore } from '../../../../src/platform/storage/brakes';
import { gateBorders } from '../../../../src/platform/storage/gate-traces';
import { policyStore } from '../../../../src/platform/storage/policies';
import { projectRecords } from '../../../../src/platform/storage/project-records';
import { summaryStore } from '../../../../src/platform/storage/project-summaries';
import { readinessStore } from '../../../../src/platform/storage/readiness';
import { policyFor } from '../../../../src/app/subject/policy-for';
import { COO } from '../../../support/people';
import { recordsIn, storage, type Storage } from '../../../support/storage';

const NOW = '2026-11-23T12:00:00.000Z';
const GROWTH = '10100';
const OTHER = '10200';
const LATER = '2026-11-24T12:00:00.000Z';

const place = (project: string, id: string | null = GROWTH): ProjectPlace => ({ project, id });
const policy = (version: number, more: Partial<Policy> = {}): Policy => ({
  ...siteDefault,
  version,
  ...more,
});

async function save(
  owner: ProjectPlace,
  more: Partial<Policy> = {},
  savedAt = NOW,
): Promise<'written' | 'conflict'> {
  const { home, recordVersion } = await policyStore.read(owner);
  const version = recordVersion + 1;
  const id = await owner.id;
  const next = { version, savedAt, savedBy: COO, policy: policy(version, more) };
  const named: PolicyOwner = { project: owner.project };
  return policyStore.write(named, home, { ...next, ...(id !== null && { projectId: id }) });
}

const met = (owner: ProjectPlace, id: string, at: string) =>
  gateBorders.change(owner, (before) => ({ ...before, projectId: id, start: { asked: true, at } }));

async function pull(owner: ProjectPlace, reason: string, at = NOW): Promise<void> {
  const { home, version, brakes } = await brakeStore.read(owner);
  const id = await owner.id;
  const pulled = { at, by: COO, reason, until: '2026-11-30T12:00:00.000Z' };
  await brakeStore.write(
    home,
    { version: version + 1, brakes: [pulled, ...brakes], ...(id !== null && { projectId: id }) },
    { id: `brake:${owner.project}:${at}`, act: 'brake-applied', at, by: COO },
  );
}

async function begin(owner: ProjectPlace): Promise<void> {
  const { home, version, events } = await readinessStore.read(owner);
  const id = await owner.id;
  const next = [...events, { type: 'programme-started', at: NOW, by: COO } as const];
  await readinessStore.write(
    home,
    { version: version + 1, events: next, ...(id !== null && { projectId: id }) },
    NOW,
  );
}

const WEEK = { week: '2026-11-23', known: 0, passing: 0, promises: 0, unanswered: 0 };
const NO_DRIFT = { loosening: 0, all: 0, lastWeek: 0, line: [], have: 0, need: 0 };

/** Everything that a project can keep, under a key. */
async function keepAll(owner: ProjectPlace, id: string): Promise<void> {
  await save(owner, { mode: 'coach' });
  await save(owner, { mode: 'enforce' });
  await met(owner, id, NOW);
  await pull(owner, 'The release is stuck');
  await begin(owner);
  const { home } = await policyStore.read(owner);
  await summaryStore.write(home, {
    projectId: id,
    at: NOW,
    figures: null,
    drift: NO_DRIFT,
    weeks: [],
    running: WEEK,
  });
}

const ENTITIES = ['policy', 'policy-version', 'brake', 'gate-border', 'project-summary', 'readiness'];
const keysIn = (here: Storage): readonly string[] =>
  ENTITIES.flatMap((entity) => [...recordsIn(here, entity).keys()].map((key) => `${entity} ${key}`)).sort();

const rename = (from: string, to: string, id = GROWTH) =>
  projectRecords.rekey({ projectId: id, from, to, isListed: true });

describe('the records of a project that got another key', () => {
  it('are found by its id before they followed, and by both keys', async () => {
    storage();
    await keepAll(place('EXP'), GROWTH);
    const was = await policyStore.read(place('EXP'));
    const now = await policyStore.read(place('GROW'));
    expect(now).toEqual(was);
    expect(now.home).toEqual({ liesUnder: 'EXP' });
    expect((await policyStore.readMany([place('GROW')])).get('GROW')?.recordVersion).toBe(2);
    expect((await brakeStore.read(place('GROW'))).brakes).toHaveLength(1);
    expect((await readinessStore.read(place('GROW'))).events).toHaveLength(1);
    expect(await summaryStore.read(place('GROW'))).toMatchObject({ projectId: GROWTH });
    // Who cannot say the id has what stands above.
    expect((await policyStore.read(place('GROW', null))).inherited).toBe(true);
  });

  it('are written where they lie, so that nothing begins anew under the key they will have', async () => {
    const here = storage();
    await keepAll(place('EXP'), GROWTH);
    expect(await save(place('GROW'), { mode: 'observe' })).toBe('written');
    await pull(place('GROW'), 'Again', LATER);
    await begin(place('GROW'));
    await met(place('GROW'), GROWTH, LATER);
    expect(keysIn(here).filter((key) => key.includes('GROW'))).toEqual([]);
    const { home } = await policyStore.read(place('GROW'));
    expect((await policyStore.versions(home)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('all follow, once however often it is told, and answer for the key they left as well', async () => {
    const here = storage();
    await keepAll(place('EXP'), GROWTH);
    const before = keysIn(here);
    expect(before).toHaveLength(ENTITIES.length + 1);
    for (let told = 0; told < 3; told += 1) expect(await rename('EXP', 'GROW')).toEqual([]);
    expect(keysIn(here)).toEqual(before.map((key) => key.replace('EXP', 'GROW')));
    const now = await policyStore.read(place('GROW'));
    expect(now).toMatchObject({ recordVersion: 2, home: { liesUnder: 'GROW' }, brake: { of: 'project' } });
    expect((await policyStore.versions(now.home)).map(({ version }) => version)).toEqual([2, 1]);
    // A clock knows a charter by the key that it still lies under, and nobody tells it the id.
    const byFormer = (await policyStore.readMany([place('EXP', null)])).get('EXP');
    expect(byFormer && policyFor(byFormer, null)).toEqual(policyFor(now, GROWTH));
  });

  it('follow back, and on, as often as the key changes', async () => {
    const here = storage();
    await keepAll(place('EXP'), GROWTH);
    const before = keysIn(here);
    await rename('EXP', 'GROW');
    await rename('GROW', 'RISE');
    expect((await policyStore.read(place('RISE'))).recordVersion).toBe(2);
    await rename('RISE', 'EXP');
    await rename('GROW', 'EXP');
    expect(keysIn(here)).toEqual(before);
    expect(await policyStore.read(place('EXP'))).toMatchObject({
      recordVersion: 2,
      home: { liesUnder: 'EXP' },
    });
  });

  it('leave those of another project that took the key where they are', async () => {
    storage();
    await keepAll(place('EXP', OTHER), OTHER);
    expect(
      await projectRecords.rekey({ projectId: GROWTH, from: 'EXP', to: 'GROW', isListed: false }),
    ).toEqual([]);
    expect((await policyStore.read(place('EXP', OTHER))).recordVersion).toBe(2);
    expect((await policyStore.read(place('GROW'))).inherited).toBe(true);
  });

  it('swap with those of a project that has their new key, which wait aside until that follows', async () => {
    storage();
    await keepAll(place('EXP'), GROWTH);
    await save(place('TEAM', OTHER), { mode: 'observe' });
    // Before anybody looked, each is known by its id.
    expect(policyFor(await policyStore.read(place('TEAM')), GROWTH).mode).toBe('observe');
    expect((await policyStore.read(place('TEAM'))).recordVersion).toBe(2);
    expect((await policyStore.read(place('EXP', OTHER))).recordVersion).toBe(1);
    expect(await rename('EXP', 'TEAM')).toEqual([OTHER]);
    expect((await policyStore.read(place('TEAM'))).recordVersion).toBe(2);
    expect(await rename('TEAM', 'EXP', OTHER)).toEqual([]);
    expect((await policyStore.read(place('EXP', OTHER))).recordVersion).toBe(1);
    expect((await policyStore.read(place('TEAM'))).recordVersion).toBe(2);
  });

  it('are found by its id while they wait aside, its brake and its versions as well', async () => {
    storage();
    await keepAll(place('EXP'), GROWTH);
    await save(place('TEAM', OTHER), { mode: 'coach' });
    const was = await policyStore.read(place('EXP'));
    expect(await rename('TEAM', 'EXP', OTHER)).toEqual([GROWTH]);
    const now = await policyStore.read(place('MID'));
    expect(policyFor(now, GROWTH)).toEqual(policyFor(was, GROWTH));
    expect(now).toMatchObject({ recordVersion: 2, borders: was.borders });
    expect((await policyStore.versions(now.home)).map(({ version }) => version)).toEqual([2, 1]);
    expect((await brakeStore.read(place('MID'))).brakes).toHaveLength(1);
    expect((await readinessStore.read(place('MID'))).events).toHaveLength(1);
    expect(await summaryStore.read(place('MID'))).toMatchObject({ projectId: GROWTH });
    expect((await summaryStore.readMany([place('MID')])).get('MID')).toMatchObject({ projectId: GROWTH });
    expect((await policyStore.readMany([place('MID')])).get('MID')).toMatchObject({ recordVersion: 2 });
    // And what is saved meanwhile goes along.
    expect(await save(place('MID'), { mode: 'observe' })).toBe('written');
    expect(await rename('EXP', 'MID')).toEqual([]);
    expect(await policyStore.read(place('MID'))).toMatchObject({
      recordVersion: 3,
      home: { liesUnder: 'MID' },
    });
    expect((await policyStore.read(place('EXP', OTHER))).recordVersion).toBe(1);
  });

  it('join what was begun under the new key before anybody knew, and keep the later of it', async () => {
    storage();
    await met(place('EXP'), GROWTH, NOW);
    await gateBorders.change(place('GROW'), () => ({
      projectId: GROWTH,
      finish: { asked: true, at: LATER },
    }));
    await rename('EXP', 'GROW');
    const { borders } = await policyStore.read(place('GROW'));
    expect(borders).toMatchObject({ start: { at: NOW }, finish: { at: LATER } });
  });

  it('are told of where another’s lie under a key, page by page of projects', async () => {
    storage();
    await keepAll(place('EXP'), GROWTH);
    expect(await projectRecords.strangers([{ projectId: OTHER, key: 'EXP' }])).toEqual([
      { projectId: GROWTH, key: 'EXP' },
    ]);
    expect(await projectRecords.strangers([{ projectId: GROWTH, key: 'EXP' }])).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'follow once and whole where storage fails at write %i, whether or not that was carried out',
    async (failing) => {
      for (const isLost of [true, false]) {
        const here = storage();
        await keepAll(place('EXP'), GROWTH);
        const before = keysIn(here);
        const found = async () => {
          const { home, recordVersion, borders } = await policyStore.read(place('GROW'));
          return {
            recordVersion,
            borders,
            brakes: (await brakeStore.read(place('GROW'))).brakes,
            events: (await readinessStore.read(place('GROW'))).events,
            versions: (await policyStore.versions(home)).map(({ version }) => version),
          };
        };
        const was = await found();
        let writes = 0;
        const fail = (path: string): Error | undefined =>
          path.endsWith('/transaction') && (writes += 1) === failing ? new Error('out') : undefined;
        if (isLost) here.loseAnswer = fail;
        else here.beforeAnswer = fail;
        await rename('EXP', 'GROW').catch(() => undefined);
        here.beforeAnswer = here.loseAnswer = () => undefined;
        expect(await found()).toEqual(was);
        await rename('EXP', 'GROW');
        expect(await found()).toEqual(was);
        expect(keysIn(here)).toEqual(before.map((key) => key.replace('EXP', 'GROW')));
      }
    },
  );

  it('leave a version behind whose number another one took, and lose neither', async () => {
    const here = storage();
    await save(place('EXP'), { mode: 'coach' });
    await save(place('GROW', null), { mode: 'enforce' }, LATER);
    await rename('EXP', 'GROW');
    expect([...recordsIn(here, 'policy-version').keys()].sort()).toEqual(['EXP:1', 'GROW:1']);
    expect(policyFor(await policyStore.read(place('GROW')), GROWTH).mode).toBe('enforce');
  });

  it('are tried again where storage does not answer, and nothing is half moved', async () => {
    const here = storage();
    await keepAll(place('EXP'), GROWTH);
    here.beforeAnswer = (path) => (path.endsWith('/transaction') ? new Error('out') : undefined);
    await expect(rename('EXP', 'GROW')).rejects.toThrow();
    here.beforeAnswer = () => undefined;
    expect((await policyStore.read(place('GROW'))).recordVersion).toBe(2);
    await rename('EXP', 'GROW');
    expect(keysIn(here).filter((key) => key.includes('EXP'))).toEqual([]);
  });
});
