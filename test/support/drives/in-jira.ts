import { EPIC, TASK } from '../gate-story';
import { MAY_LEAVE, type Drive } from './world';

const PROJECTS = ['EXP', 'EXP', 'TEAM', 'PLAT'];

/** Moves an item into a project and a type, as Jira's Move does. */
export async function relocate(drive: Drive): Promise<void> {
  const issueId = drive.item();
  const target = `${drive.dice.pick(PROJECTS)},${drive.dice.pick([EPIC, EPIC, TASK])}`;
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
  drive.note('another project or type', status, `${issueId} to ${target}`);
}

/** Puts an item below another, or below none. */
export async function putBelow(drive: Drive): Promise<void> {
  const [child, parent] = [drive.item(), drive.item()];
  const below = drive.dice.likely(0.7);
  if (child === parent) return;
  const { status } = await drive.reader.send('PUT', `/rest/api/3/issue/${child}`, {
    fields: { parent: below ? { id: parent } : null },
  });
  drive.note('another parent', status, `${child} below ${below ? parent : 'nothing'}`);
}

export async function link(drive: Drive): Promise<void> {
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
  drive.note(known ? 'a link is removed' : 'a link', status, `${one} ${other}`);
}

/** Somebody's account is deactivated, or active again. */
export async function leaveOrReturn(drive: Drive): Promise<void> {
  const accountId = drive.dice.pick(MAY_LEAVE);
  const active = drive.isGone(accountId);
  await drive.admin.send('POST', `/sandbox/users/${accountId}`, { active });
  if (active) drive.comeBack(accountId);
  else drive.leave(accountId);
  drive.note(active ? 'somebody comes back' : 'somebody leaves', 'ok', accountId);
}

/** Hides an item from all but the leads, or shows it again. */
export async function hideOrShow(drive: Drive): Promise<void> {
  const here = drive.there.filter((id) => drive.keyOf(id).startsWith('EXP-'));
  if (here.length === 0) return;
  const issueId = drive.dice.pick(here);
  const security = drive.dice.likely(0.6) ? { name: 'Leads only' } : null;
  const { status } = await drive
    .as('u-lead')
    .send('PUT', `/rest/api/3/issue/${issueId}`, { fields: { security } });
  drive.note(security ? 'an item is hidden' : 'an item is shown', status, issueId);
}

export async function remove(drive: Drive): Promise<void> {
  // Two are kept, so that there is something to go on with.
  if (drive.there.length < 3) return;
  const issueId = drive.item();
  const { status } = await drive.admin.send('DELETE', `/rest/api/3/issue/${issueId}`);
  if (status === 204) drive.deleted.add(issueId);
  drive.note('an item is deleted', status, issueId);
}

/** A whole project goes into the recycle bin, with all that is in it, or comes back out of it. */
export async function trashOrRestore(drive: Drive): Promise<void> {
  if (!drive.trashed && !drive.there.some((id) => !drive.keyOf(id).startsWith('TEAM-'))) return;
  const { status } = drive.trashed
    ? await drive.admin.send('POST', '/rest/api/3/project/TEAM/restore', {})
    : await drive.admin.send('DELETE', '/rest/api/3/project/TEAM');
  drive.note(drive.trashed ? 'a project is restored' : 'a project is deleted', status);
  if (status < 300) drive.trashed = !drive.trashed;
}
