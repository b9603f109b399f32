import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { judgeMove } from './judge-move';
import { changePolicy } from '../rules';
import { MEMBERS, STRANGER, type Drive } from './world';

/** Something that may happen to a site. */
interface Deed {
  readonly name: string;
  /** How often it happens, against the others. */
  readonly weight: number;
  run(drive: Drive): Promise<unknown>;
}

const EPIC = '10000';
const TASK = '10002';
const PROJECTS = ['EXP', 'TEAM', 'PLAT'];

const dayIn = (drive: Drive, days: number): string =>
  new Date(Date.parse(drive.now) + days * 86_400_000).toISOString().slice(0, 10);

/** A command of the panel by somebody; whether it is refused is for the app to say, as long as it says so. */
async function command(
  drive: Drive,
  by: string,
  issueId: string,
  call: string,
  payload: object,
): Promise<void> {
  const { status, body } = await drive.as(by).panel(await drive.keyOf(issueId), call, payload);
  const said = body as { ok?: unknown; error?: { code?: unknown } };
  if (status !== 200 || (said.ok !== true && typeof said.error?.code !== 'string')) {
    throw new Error(`${call} by ${by}: ${status} ${JSON.stringify(body)}`);
  }
  drive.log.push(`${call} ${by}: ${said.ok === true ? 'ok' : String(said.error?.code)}`);
}

const commands: readonly ((drive: Drive) => readonly [by: string, call: string, payload: object])[] = [
  (d) => [d.somebody(), 'dri/nominate', { accountId: d.pick(MEMBERS) }],
  (d) => [d.somebody(), 'dri/decline', { reason: 'No time' }],
  (d) => [d.somebody(), 'dependencies/declare-none', {}],
  (d) => [
    d.somebody(),
    'agreement/request',
    {
      // Somebody who may not see the item is told of their own agreement, and of nothing else.
      providerAccountId: d.pick([...MEMBERS, STRANGER]),
      deliverable: 'A thing',
      acceptance: 'It is there',
      neededBy: dayIn(d, 2 + Math.floor(5 * Number(d.likely(0.5)))),
    },
  ],
  (d) => [d.somebody(), 'agreement/acknowledge', { agreementId: d.pick(['A1', 'A2']) }],
  (d) => [d.somebody(), 'agreement/withdraw', { agreementId: d.pick(['A1', 'A2']), reason: 'Solved' }],
  (d) => [
    d.pick(['u-lead', 'u-cto']),
    'waiver/grant',
    {
      rules: ['owner.missing', 'owner.not-accepted', 'dependencies.undeclared'],
      reason: 'The customer signs on Friday',
      expiresAt: `${dayIn(d, 6)}T00:00:00.000Z`,
    },
  ],
  (d) => [d.somebody(), 'checkin/submit', { onTrack: d.likely(0.5), biggestRisk: 'Weather', needs: [] }],
];

/** Whoever was asked says yes: by chance alone too few items would ever be in order. */
async function inOrder(drive: Drive): Promise<void> {
  const issueId = drive.item();
  const { charter } = await drive.panel(issueId);
  const owner = charter.dri?.accountId ?? drive.somebody();
  // Whoever left says nothing any more.
  if (drive.gone.has(owner)) return;
  if (!charter.dri) await command(drive, drive.somebody(), issueId, 'dri/nominate', { accountId: owner });
  if (charter.dri?.status !== 'accepted') await command(drive, owner, issueId, 'dri/accept', {});
  for (const { id, status, providerAccountId } of charter.agreements) {
    if (status === 'requested' && !drive.gone.has(providerAccountId))
      await command(drive, providerAccountId, issueId, 'agreement/acknowledge', { agreementId: id });
  }
  if (charter.agreements.length === 0) await command(drive, owner, issueId, 'dependencies/declare-none', {});
}

/** Moves an item into a project, as a type, below a parent or none: all that decides which policy holds. */
async function relocate(drive: Drive): Promise<void> {
  const issueId = drive.item();
  const target = `${drive.pick(PROJECTS)},${drive.pick([EPIC, EPIC, TASK])}`;
  const { status } = await drive.reader.send('POST', '/rest/api/3/bulk/issues/move', {
    targetToSourcesMapping: {
      [target]: {
        issueIdsOrKeys: [issueId],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });
  drive.log.push(`move to ${target}: ${status}`);
}

async function link(drive: Drive): Promise<void> {
  const [one, other] = [drive.item(), drive.item()];
  if (one === other) return;
  const { body } = await drive.reader.get(`/rest/api/3/issue/${one}?fields=issuelinks`);
  const [known] = (body as { fields: { issuelinks: readonly { id: string }[] } }).fields.issuelinks;
  const { status } = known
    ? await drive.reader.send('DELETE', `/rest/api/3/issueLink/${known.id}`)
    : await drive.reader.send('POST', '/rest/api/3/issueLink', {
        type: { name: 'Blocks' },
        inwardIssue: { id: one },
        outwardIssue: { id: other },
      });
  drive.log.push(`${known ? 'unlink' : 'link'} ${one} ${other}: ${status}`);
}

async function leave(drive: Drive): Promise<void> {
  const accountId = drive.leaver();
  const active = drive.gone.has(accountId);
  await drive.admin.send('POST', `/sandbox/users/${accountId}`, { active });
  if (active) drive.gone.delete(accountId);
  else {
    drive.gone.add(accountId);
    drive.wereGone.add(accountId);
  }
  drive.log.push(`${accountId} ${active ? 'comes back' : 'leaves'}`);
}

async function remove(drive: Drive): Promise<void> {
  // One is kept, so that there is something to go on with.
  if (drive.items.length - drive.deleted.size < 2) return;
  const issueId = drive.item();
  const { status } = await drive.reader.send('DELETE', `/rest/api/3/issue/${issueId}`);
  if (status === 204) drive.deleted.add(issueId);
  drive.log.push(`delete ${issueId}: ${status}`);
}

async function policy(drive: Drive): Promise<void> {
  const project = drive.pick(['EXP', 'TEAM']);
  const change = drive.pick([
    { mode: 'enforce' },
    { mode: 'enforce' },
    { mode: 'coach' },
    { mode: 'observe' },
    { childrenFollow: true },
    { childrenFollow: false },
    { workItemTypes: [{ level: 1 }] },
    { workItemTypes: [{ level: 1 }, { level: 0 }] },
  ]);
  await changePolicy(drive.site, project, () => change);
  drive.log.push(`policy of ${project}: ${JSON.stringify(change)}`);
}

/** What may go wrong between the app and what it stands on, for a while. */
const DISTURBANCES: readonly (readonly Fault[])[] = [
  [{ target: 'queue', status: 500 }],
  [{ target: 'queue', status: 500, rate: 0.5 }],
  [
    { target: 'queue', duplicate: true },
    { target: 'queue', reorder: true },
  ],
  [{ target: 'kvs', status: 500, rate: 0.3 }],
  [{ target: 'jira', status: 500, rate: 0.3 }],
  [{ target: 'kvs', status: 503, afterwards: true, rate: 0.3 }],
];

export const DEEDS: readonly Deed[] = [
  {
    name: 'a command',
    weight: 8,
    run(drive) {
      const [by, call, payload] = drive.pick(commands)(drive);
      return command(drive, by, drive.item(), call, payload);
    },
  },
  { name: 'an item in order', weight: 4, run: inOrder },
  { name: 'a transition', weight: 9, run: judgeMove },
  { name: 'another project or type', weight: 2, run: relocate },
  { name: 'a link', weight: 2, run: link },
  { name: 'somebody leaves or comes back', weight: 1, run: leave },
  { name: 'an item is deleted', weight: 0.5, run: remove },
  { name: 'a policy', weight: 1.5, run: policy },
  {
    name: 'a disturbance',
    weight: 2,
    run(drive) {
      const faults = drive.pick(DISTURBANCES);
      drive.disturb(...faults);
      drive.log.push(`disturbed: ${JSON.stringify(faults)}`);
      return Promise.resolve();
    },
  },
  {
    name: 'calm',
    weight: 2.5,
    run(drive) {
      drive.calm();
      drive.log.push('calm');
      return Promise.resolve();
    },
  },
];

/** One of the deeds, by weight. */
export function deedBy(chance: number): Deed {
  let left = chance * DEEDS.reduce((sum, { weight }) => sum + weight, 0);
  for (const deed of DEEDS) {
    left -= deed.weight;
    if (left < 0) return deed;
  }
  throw new Error('A chance is below 1.');
}
