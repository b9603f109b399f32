import { useBrowser, type Looking } from '../support/browser';
import { changePolicy } from '../support/rules';
import { useSite } from '../support/sandbox';

jest.setTimeout(300_000);

const site = useSite();
const browser = useBrowser(site);

/** What the gate is handed for the Start of a project. */
const configuration = (projectKey: string): unknown => {
  const view = site.sandbox.jira.rules(projectKey).find(({ transition }) => transition.name === 'Start');
  const text = view?.rule.configuration;
  return typeof text === 'string' ? JSON.parse(text) : text;
};

const settings = (view: Looking) => view.app('Settings of');

/** Opens the settings of the rule on a project's Start. */
async function edit(view: Looking, projectKey: string): Promise<void> {
  await view.go(`/projects/${projectKey}/workflow`);
  await view.page.getByRole('button', { name: 'Edit the rule on Start' }).click();
  await settings(view).getByText('How firmly').waitFor();
}

async function update({ page }: Looking): Promise<void> {
  await page.getByRole('button', { name: 'Update' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a rule of a project’s own workflow is saved under that project’s mode, and says what it means', async () => {
  await changePolicy(site, 'TEAM', () => ({ mode: 'observe' }));
  const view = await browser.look({ as: 'u-admin' });
  await edit(view, 'TEAM');
  await settings(view)
    .getByText('the mode saved with this rule counts: Observe, so the move passes')
    .waitFor();
  await update(view);
  expect(configuration('TEAM')).toEqual({
    checkpoint: 'start',
    savedMode: 'observe',
    alsoBlock: [],
    onOutage: 'closed',
  });
  // Where the transition's rules are listed, the same is told.
  await view
    .app('on Start')
    .getByText('the mode saved with this rule counts: Observe, so the move passes')
    .waitFor();
  expect(view.complaints()).toEqual([]);
});

test('a rule of a workflow that projects share is saved under the strictest mode of the site', async () => {
  await changePolicy(site, 'EXP', () => ({ mode: 'enforce' }));
  const view = await browser.look({ as: 'u-admin' });
  await edit(view, 'EXP');
  await settings(view).getByText('counts: Enforce, so the move is held').waitFor();
  await update(view);
  expect(configuration('EXP')).toMatchObject({ checkpoint: 'start', savedMode: 'enforce' });
  expect(view.complaints()).toEqual([]);
});

test('a rule whose mode cannot be learnt is saved without one, and the page says so', async () => {
  site.sandbox.faults.add({ target: 'kvs', status: 500 });
  const view = await browser.look({ as: 'u-admin' });
  await edit(view, 'TEAM');
  await settings(view).getByText('could not learn which mode is in force').waitFor();
  await settings(view).getByText('the move is held, because no mode is saved with this rule').waitFor();
  await update(view);
  site.sandbox.faults.clear();
  expect(configuration('TEAM')).toEqual({ checkpoint: 'start', alsoBlock: [], onOutage: 'closed' });
  expect(site.logs.splice(0)).not.toEqual([]);
});
