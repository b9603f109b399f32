import type { Scene } from '../scenes';

const report = (tab: string, project = 'EXP'): string => `/projects/${project}/page/gap-report?tab=${tab}`;

/** Screens that need no check of their own in the suite, but that a change of the house must leave as they are. */
export const moreScenes: Readonly<Record<string, Scene>> = {
  'a request as its owner': { path: '/browse/EXP-3', as: 'u-coo', shows: 'Agreements' },
  'report, grouped by owner': {
    path: '/projects/EXP/page/gap-report?group=owner',
    shows: 'Launch the partner portal in three markets',
  },
  'report, about to print': {
    path: '/projects/EXP/page/gap-report',
    shows: 'Launch the partner portal in three markets',
    then: async ({ app, page }) => {
      await app('Accountability')
        .getByRole('button', { name: /^Share/ })
        .first()
        .click();
      await page.waitForTimeout(300);
    },
  },
  'indicators before the history is read': {
    path: report('indicators', 'HAND'),
    shows: 'What Jira’s own history tells',
  },
  'indicators with every figure': {
    path: report('indicators', 'EXP'),
    shows: 'What Jira’s own history tells',
    then: async ({ app }) => {
      const page = app('Accountability');
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      const numbers = page.getByRole('button', { name: /^Show the numbers/ });
      await numbers.first().waitFor();
      for (const button of await numbers.all()) await button.click();
    },
  },
  'handoffs as a list': { path: report('handoffs'), shows: 'Who waits for whom' },
  'the view of a rule': {
    path: '/projects/EXP/workflow',
    as: 'u-lead',
    shows: /meets the Start checks/,
  },
  'policy with a step of escalation open': {
    path: '/projects/EXP/settings/project-policy',
    as: 'u-lead',
    shows: 'What must be true',
    then: async ({ app }) => {
      const page = app('Holdfast policy');
      await page
        .getByRole('button', { name: /^Add a/ })
        .first()
        .click();
      await page.getByRole('form').first().waitFor();
    },
  },
};
