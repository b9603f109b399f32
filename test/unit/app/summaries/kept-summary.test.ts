import { reportGadget } from '../../../../src/app/report/gadget';
import { keepSoon } from '../../../../src/app/summaries/keep-soon';
import { keepSummary } from '../../../../src/app/summaries/keep-summary';
import { reportQuarter } from '../../../../src/app/summaries/quarter';
import { addDays, addHours } from '../../../../src/domain/time/time';
import { NOW } from '../../../support/charter-spec';
import { asked, owner } from '../../../support/events';
import { EXP_ID, epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS } from '../../../support/people';
import { enforcing } from '../../../support/policies';

const project = { projectKey: 'EXP' };
const job = { kind: 'keep-summary', projectKey: 'EXP', projectId: EXP_ID } as const;

/** Three epics, of which the second is asked of Operations and the third hidden from the reader. */
function three({ shares }: { readonly shares: boolean }): World {
  const here = world();
  here.jira.items.clear();
  for (const n of [1, 2, 3]) {
    here.jira.items.set(`EXP-${n}`, epic({ issueKey: `EXP-${n}`, issueId: `1000${n}` }));
  }
  here.charters.put('EXP-2', [...owner(COO), asked('A1', { providerAccountId: OPS })], '10002');
  here.jira.hidden.add('EXP-3');
  here.charters.setPolicy('EXP', { ...enforcing, sharesNumbers: shares });
  return here;
}

const at = (here: World, now: string): World => ({ ...here, clock: { now: () => now } });

it('keeps numbers over every item the app may see, and names nobody', async () => {
  const here = three({ shares: true });
  await keepSummary(job, here);
  const kept = here.summaries.kept.get('EXP');
  expect(kept).toMatchObject({ figures: { items: 3, promises: 1, unanswered: 1 }, running: { known: 3 } });
  expect(kept?.weeks).toHaveLength(12);
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${OPS}|${COO}|EXP-`));
});

it('keeps nothing of a project whose policy does not share its numbers', async () => {
  const here = three({ shares: false });
  await keepSummary(job, here);
  expect(here.summaries.kept.size).toBe(0);
});

it('shows a reader what is kept where the policy shares it, over items they may not see', async () => {
  const here = three({ shares: true });
  await keepSummary(job, here);
  const answer = await reportGadget(project, here);
  expect(answer).toMatchObject({ summary: { items: 3, handoffs: [] }, kept: { at: NOW } });
  expect(await reportGadget({ ...project, own: true }, here)).toMatchObject({ summary: { items: 2 } });
});

it('shows a reader their own numbers where the policy stopped sharing, whatever is still kept', async () => {
  const here = three({ shares: true });
  await keepSummary(job, here);
  here.charters.setPolicy('EXP', { ...enforcing, sharesNumbers: false });
  const [gadget, quarter] = await Promise.all([reportGadget(project, here), reportQuarter(project, here)]);
  expect(gadget).toMatchObject({ summary: { items: 2 } });
  expect(gadget).not.toHaveProperty('kept');
  expect(quarter).not.toHaveProperty('keptAt');
  expect(quarter.weeks[0]).toMatchObject({ known: 2 });
});

it('believes kept numbers for a day, and of the project of their id alone', async () => {
  const here = three({ shares: true });
  await keepSummary(job, here);
  const later = at(here, addHours(NOW, 25));
  expect(await reportGadget(project, later)).toMatchObject({ summary: { items: 2 } });
  expect(here.followUps.jobs).toContainEqual(job);
  const kept = here.summaries.kept.get('EXP');
  if (!kept) throw new Error('nothing was kept');
  here.summaries.kept.set('EXP', { ...kept, projectId: '666' });
  expect(await reportGadget(project, here)).not.toHaveProperty('kept');
});

it('says nothing of a hidden project, whatever is kept of it', async () => {
  const here = three({ shares: true });
  await keepSummary(job, here);
  here.jira.rights = { browse: false, administer: false };
  await expect(reportGadget(project, here)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
});

it('leaves a week that was kept as it was kept, and plays back the others', async () => {
  const here = three({ shares: true });
  await keepSummary(job, here);
  // Next week the second item is gone, with what it waited for.
  here.jira.items.delete('EXP-2');
  await keepSummary(job, at(here, addDays(NOW, 7)));
  const kept = here.summaries.kept.get('EXP');
  expect(kept?.weeks.at(-1)).toMatchObject({ known: 3, promises: 1 });
  expect(kept?.running).toMatchObject({ known: 2, promises: 0 });
});

it('reckons once for all changes of five minutes, and nothing where numbers are not shared', async () => {
  const here = three({ shares: true });
  const change = { ...project, projectId: EXP_ID };
  await keepSoon({ ...change, policy: { sharesNumbers: false } }, here);
  expect(here.followUps.jobs).toEqual([]);
  for (let n = 0; n < 3; n += 1) await keepSoon({ ...change, policy: { sharesNumbers: true } }, here);
  expect(here.followUps.jobs).toEqual([job]);
  await keepSummary(job, here);
  await keepSoon({ ...change, policy: { sharesNumbers: true } }, here);
  expect(here.followUps.jobs).toEqual([job, job]);
});
