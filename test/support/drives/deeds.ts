import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { changePolicy } from '../rules';
import { bringInOrder, tryCommand } from './commands';
import { hideOrShow, leaveOrReturn, link, putBelow, relocate, remove, trashOrRestore } from './in-jira';
import { judgeMove } from './judge-move';
import type { Drive } from './world';

/** Something that may happen to a site. */
interface Deed {
  readonly name: string;
  /** How often it happens, against the others. */
  readonly weight: number;
  run(drive: Drive): Promise<unknown>;
}

const POLICIES: readonly object[] = [
  { mode: 'enforce' },
  { mode: 'enforce' },
  { mode: 'coach' },
  { mode: 'observe' },
  { childrenFollow: true },
  { childrenFollow: false },
  { workItemTypes: [{ level: 1 }] },
  { workItemTypes: [{ level: 1 }, { level: 0 }] },
  { waitsFor: [] },
  { waitsFor: 'by-words' },
];

async function changeRules(drive: Drive): Promise<void> {
  const project = drive.dice.pick(drive.trashed ? ['EXP'] : ['EXP', 'TEAM']);
  const change = drive.dice.pick(POLICIES);
  await changePolicy(drive.site, project, () => change);
  drive.note('a policy', 'ok', `of ${project}: ${JSON.stringify(change)}`);
}

/** Everything of a project to observe for some hours, or as it was decided again. */
async function brake(drive: Drive): Promise<void> {
  const pulls = drive.dice.likely(0.5);
  const payload = {
    until: new Date(drive.nowMs + 3 * 3_600_000).toISOString(),
    reason: 'The release is stuck',
  };
  const { body } = await drive
    .as('u-lead')
    .invoke('project-policy', pulls ? 'brake/apply' : 'brake/lift', pulls ? payload : {}, {
      projectKey: 'EXP',
    });
  const said = body as { ok: boolean; error?: { code: string } };
  drive.note(pulls ? 'the brake' : 'the brake is lifted', said.ok ? 'ok' : (said.error?.code ?? ''));
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
  [{ target: 'kvs', status: 500, times: 2 }],
  [{ target: 'jira', status: 500, rate: 0.3 }],
  [{ target: 'jira', status: 429, retryAfter: 3, rate: 0.2 }],
  [{ target: 'kvs', status: 503, afterwards: true, rate: 0.3 }],
  [{ target: 'jira', status: 503, afterwards: true, rate: 0.2 }],
];

function disturb(drive: Drive): Promise<void> {
  const faults = drive.dice.pick(DISTURBANCES);
  drive.disturb(faults);
  drive.note('a disturbance', 'ok', JSON.stringify(faults));
  return Promise.resolve();
}

function calm(drive: Drive): Promise<void> {
  if (drive.disturbed) drive.note('calm', 'ok');
  drive.calm();
  return Promise.resolve();
}

export const DEEDS: readonly Deed[] = [
  { name: 'a command', weight: 8, run: tryCommand },
  { name: 'an item in order', weight: 5, run: bringInOrder },
  { name: 'a transition', weight: 10, run: judgeMove },
  { name: 'another project or type', weight: 1.5, run: relocate },
  { name: 'another parent', weight: 1, run: putBelow },
  { name: 'a link', weight: 2, run: link },
  { name: 'somebody leaves or comes back', weight: 1, run: leaveOrReturn },
  { name: 'an item is hidden or shown', weight: 1, run: hideOrShow },
  { name: 'an item is deleted', weight: 0.8, run: remove },
  { name: 'a project is deleted or restored', weight: 1.2, run: trashOrRestore },
  { name: 'a policy', weight: 1.5, run: changeRules },
  { name: 'the brake', weight: 0.6, run: brake },
  { name: 'a disturbance', weight: 2, run: disturb },
  { name: 'calm', weight: 2.5, run: calm },
];
