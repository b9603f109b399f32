import { findRenamed, rekeyProject } from '../../../../src/app/lifecycle/rekey-project';
import type { ProjectPlace, ProjectRecords } from '../../../../src/app/lifecycle/ports';
import { Unavailable } from '../../../../src/platform/unavailable';
import type { FollowUp } from '../../../../src/app/jobs/ports';
import { readSubject } from '../../../../src/app/subject/read-subject';
import { acknowledged, asked, owner } from '../../../support/events';
import { epic, projectIdOf } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO } from '../../../support/people';
import { enforcing } from '../../../support/policies';

const ID = projectIdOf('EXP');
const promised = [...owner(COO), asked('A1'), acknowledged('A1')];

class MemoryProjectRecords implements ProjectRecords {
  readonly places: ProjectPlace[] = [];
  readonly done: string[] = [];
  madeRoom: readonly string[] = [];
  foreign: readonly { readonly projectId: string; readonly key: string }[] = [];

  async rekey(place: ProjectPlace) {
    this.places.push(place);
    return this.madeRoom;
  }

  async followed(projectId: string, from: string) {
    this.done.push(`${projectId} ${from}`);
  }

  async strangers() {
    return this.foreign;
  }
}

/** EXP is called GROW now; so many of its items have a charter. */
function renamed(charters: number): World & { readonly projectRecords: MemoryProjectRecords } {
  const w = world();
  w.jira.projects = [{ projectKey: 'GROW', projectId: ID, name: 'Growth' }];
  w.jira.formerKeys.set(ID, ['EXP']);
  w.jira.items.clear();
  for (let n = 1; n <= charters; n += 1) {
    w.charters.put(`EXP-${n}`, promised, String(n));
    const item = epic({ issueKey: `GROW-${n}`, issueId: String(n), projectKey: 'GROW', projectId: ID });
    for (const name of [`GROW-${n}`, String(n)]) w.jira.items.set(name, item);
  }
  return { ...w, projectRecords: new MemoryProjectRecords() };
}

async function runAll(first: FollowUp, w: ReturnType<typeof renamed>): Promise<readonly FollowUp[]> {
  const other: FollowUp[] = [];
  const queue = [first];
  for (let job = queue.shift(); job; job = queue.shift()) {
    if (job.kind !== 'rekey-project') {
      other.push(job);
      continue;
    }
    await rekeyProject(job, w);
    queue.push(...w.followUps.pushed.splice(0).flatMap(({ followUps }) => followUps));
  }
  return other;
}

const told: FollowUp = { kind: 'rekey-project', projectId: ID };

it('brings records and charters to the new key, a page and a push an event, however often it is told', async () => {
  const w = renamed(5);
  w.charters.pageSize = 5;
  const jobs = [...(await runAll(told, w)), ...(await runAll(told, w))];
  expect(w.projectRecords.places[0]).toEqual({ projectId: ID, from: 'EXP', to: 'GROW', isListed: true });
  expect([...w.charters.stored.keys()].sort()).toEqual([1, 2, 3, 4, 5].map((n) => `GROW-${n}`));
  expect(jobs).toEqual([{ kind: 'compare-fields', issueIds: ['1', '2', '3', '4', '5'] }]);
  expect(w.projectRecords.done).toEqual([`${ID} EXP`, `${ID} EXP`]);
  expect(w.charters.stored.get('GROW-1')?.history.filter(({ type }) => type === 'item-moved')).toHaveLength(
    1,
  );
});

it('leaves what Jira does not show the app where it lies', async () => {
  const w = renamed(2);
  w.jira.items.delete('2');
  w.jira.items.delete('GROW-2');
  await runAll(told, w);
  expect([...w.charters.stored.keys()].sort()).toEqual(['EXP-2', 'GROW-1']);
});

it('takes no record without an id from a key that Jira does not know as the project’s', async () => {
  const w = renamed(0);
  await rekeyProject({ kind: 'rekey-project', projectId: ID, from: 'OLD' }, w);
  expect(w.projectRecords.places.map(({ from, isListed }) => [from, isListed])).toEqual([
    ['EXP', true],
    ['OLD', false],
  ]);
});

it('has whoever had to make room looked after too', async () => {
  const w = renamed(0);
  w.projectRecords.madeRoom = ['9'];
  await rekeyProject({ kind: 'rekey-project', projectId: ID }, w);
  expect(w.followUps.jobs).toContainEqual({ kind: 'rekey-project', projectId: '9', from: 'GROW' });
});

it('has whoever lies in the way looked after before anything moves, so that an outage in between forgets nobody', async () => {
  const w = renamed(0);
  w.projectRecords.foreign = [{ projectId: '9', key: 'GROW' }];
  w.projectRecords.rekey = () => Promise.reject(new Unavailable('storage', 'is out'));
  await expect(rekeyProject({ kind: 'rekey-project', projectId: ID }, w)).rejects.toThrow(Unavailable);
  expect(w.followUps.jobs).toEqual([{ kind: 'rekey-project', projectId: '9', from: 'GROW' }]);
});

it('shows the new key where a team answers for the project, and leaves a key that another has now', async () => {
  const w = renamed(0);
  const team = { id: 'T1', name: 'Payments', members: [COO], takesRequests: null, calendar: null };
  const answersFor = [
    { projectId: ID, projectKey: 'EXP', component: 'Checkout' },
    { projectId: '9', projectKey: 'EXP' },
  ];
  await w.teams.write({ version: 1, teams: [{ ...team, answersFor }] }, w.clock.now());
  await runAll(told, w);
  await runAll(told, w);
  const { version, teams } = await w.teams.read();
  expect(version).toBe(2);
  expect(teams[0]?.answersFor.map(({ projectKey }) => projectKey)).toEqual(['GROW', 'EXP']);
});

it('does nothing about a project that Jira does not show', async () => {
  const w = renamed(1);
  w.jira.projects = [];
  expect(await runAll(told, w)).toEqual([]);
  expect([...w.charters.stored.keys()]).toEqual(['EXP-1']);
});

it('is found by the day: projects with former keys, and keys with what is another’s, page by page', async () => {
  const w = renamed(0);
  w.jira.projects = ['GROW', 'PLAT', 'OPS'].map((projectKey) => ({
    projectKey,
    projectId: projectKey === 'GROW' ? ID : projectIdOf(projectKey),
    name: projectKey,
  }));
  w.projectRecords.foreign = [{ projectId: '9', key: 'PLAT' }];
  await findRenamed({ kind: 'find-renamed', startAt: 0 }, w);
  expect(w.followUps.jobs).toEqual([
    told,
    { kind: 'rekey-project', projectId: '9', from: 'PLAT' },
    { kind: 'find-renamed', startAt: 2 },
  ]);
});

it('swaps the charters of two items that changed places', async () => {
  const w = renamed(1);
  w.charters.put('GROW-1', owner(COO), '77');
  w.jira.items.set('77', epic({ issueKey: 'EXP-1', issueId: '77' }));
  await runAll(told, w);
  const owners = [...w.charters.stored].map(([key, { issueId }]) => [key, issueId]).sort();
  expect(owners).toEqual([
    ['EXP-1', '77'],
    ['GROW-1', '1'],
  ]);
});

describe('an item whose project nobody said got another key', () => {
  it('costs a reading of a project that decided nothing no call more', async () => {
    const w = renamed(1);
    w.charters.stored.clear();
    await readSubject('GROW-1', w);
    expect(w.charters.calls).toEqual({ read: 1 });
  });

  it('is looked for by its id where its own fields show a charter', async () => {
    const w = renamed(1);
    w.jira.fieldsOf.set('1', { dri: { fieldId: 'customfield_dri', value: COO } });
    const read = await readSubject('GROW-1', w);
    expect(read).toMatchObject({ kind: 'read', stored: { issueId: '1' }, lying: { lyingUnder: 'EXP-1' } });
    expect(w.charters.calls).toEqual({ read: 2, find: 1 });
  });

  it('has the policy that its project saved, by the project’s id', async () => {
    const w = renamed(1);
    w.charters.homes = { of: { [ID]: 'EXP' } };
    w.charters.setPolicy('EXP', { ...enforcing, acknowledgementHours: 7 }, ID);
    const read = await readSubject('GROW-1', w);
    expect(read).toMatchObject({
      kind: 'read',
      subject: { policy: { acknowledgementHours: 7 } },
      lying: { lyingUnder: 'EXP-1', home: 'EXP' },
    });
  });
});
