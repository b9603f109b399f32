import type { Look, Picture } from './look';
import { twelveWeeks } from './twelve-weeks';

const reportOf = ({ app }: Look) => app('Accountability');
const shows =
  (text: string | RegExp) =>
  (look: Look): Promise<void> =>
    reportOf(look).getByText(text).first().waitFor();

/** The page a leader opens on Monday, view by view. */
export const onReport: Readonly<Record<string, Picture>> = {
  report: {
    path: '/projects/EXP/page/gap-report',
    width: 1440,
    height: 960,
    then: shows('Compliance review for India'),
  },
  sheet: {
    path: '/projects/EXP/page/gap-report?sheet=yes',
    height: 1200,
    async then(look) {
      const line = { name: /^Items that pass the test, week by week/ };
      await reportOf(look).getByRole('img', line).waitFor();
      await reportOf(look).getByText('Not everything is read yet').waitFor({ state: 'hidden' });
    },
    part: (look) => reportOf(look).getByRole('article'),
  },
  portfolio: {
    path: '/apps/my-commitments/portfolio',
    as: 'u-lead',
    width: 1440,
    height: 760,
    then: ({ page }) =>
      page
        .frameLocator('iframe')
        .first()
        .getByText(/items read, as of /)
        .waitFor(),
  },
  grouped: {
    path: '/projects/EXP/page/gap-report?group=handoff',
    width: 1440,
    height: 1000,
    then: shows('Needs something from PLAT'),
  },
  signal: {
    path: '/projects/HAND/page/gap-report',
    as: 'u-admin',
    height: 1000,
    then: shows(/take three days instead of one/),
    part: (look) => reportOf(look).getByRole('region', { name: 'What changed' }),
  },
  handoffs: {
    path: '/projects/EXP/page/gap-report?tab=handoffs',
    height: 1100,
    async then(look) {
      await reportOf(look)
        .getByRole('button', { name: /needs from.*overdue/i })
        .first()
        .click();
      await shows('Sign-up without an invitation')(look);
    },
  },
  indicators: {
    path: '/projects/HAND/page/gap-report?tab=indicators',
    height: 920,
    then: shows(/Jira’s own history tells/),
  },
  backtest: {
    path: '/projects/EXP/page/gap-report?tab=backtest',
    height: 1130,
    async then(look) {
      await reportOf(look).getByRole('button', { name: 'Run the backtest' }).click();
      await shows(/items replayed\.|One item replayed/)(look);
      await shows('What to know about these figures')(look);
    },
  },
  readiness: {
    path: '/projects/HAND/page/gap-report?tab=readiness',
    as: 'u-admin',
    height: 1000,
    async then(look) {
      const page = reportOf(look);
      await page.getByRole('button', { name: 'Start the 90 days' }).click();
      await page.getByText('Week 1 of 12: choose').waitFor();
      await page.getByRole('button', { name: 'Choose behaviours' }).click();
      await page.getByRole('combobox', { name: 'Third behaviour' }).waitFor();
    },
  },
  'before-after': {
    path: '/projects/HAND/page/gap-report?tab=readiness',
    height: 1500,
    before: twelveWeeks,
    then: shows('Better'),
    part: (look) => reportOf(look).getByRole('region', { name: 'Before and after' }),
  },
  gadget: {
    path: '/dashboards/10000',
    height: 480,
    then: ({ page }) =>
      Promise.all(
        ['EXP', 'HAND'].map(async (project, place) => {
          const gadget = page.frameLocator('iframe[title*="Accountability gaps"]').nth(place);
          await gadget.getByRole('button', { name: `Open the report of ${project}` }).waitFor();
          await gadget.getByText('Weakest handoffs').waitFor();
        }),
      ),
  },
};
