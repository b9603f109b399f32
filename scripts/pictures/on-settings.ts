import type { Look, Picture } from './look';

const path = '/projects/EXP/settings/project-policy';
const as = 'u-lead';
const policyOf = ({ app }: Look) => app('Holdfast policy');

/** Where somebody decides what holds firmly. */
export const onSettings: Readonly<Record<string, Picture>> = {
  policy: {
    path,
    as,
    height: 4200,
    then: (look) => policyOf(look).getByText('What must be true').first().waitFor(),
    part: (look) => policyOf(look).getByRole('region', { name: 'What must be true' }),
  },
  clocks: {
    path,
    as,
    height: 5200,
    then: (look) => policyOf(look).getByText('For example').waitFor(),
    part: (look) => policyOf(look).getByRole('group', { name: 'Clocks' }),
  },
  ladder: {
    path,
    as,
    height: 5200,
    then: (look) => policyOf(look).getByText('For example').waitFor(),
    part: (look) => policyOf(look).getByRole('group', { name: 'Steps of escalation' }),
  },
  'first-steps': {
    path: '/projects/PLAT/settings/project-policy',
    as: 'u-admin',
    height: 640,
    async then({ app }) {
      const page = app('Holdfast policy');
      await page.getByRole('button', { name: 'Next' }).click();
      await page
        .getByText(/of these types/)
        .first()
        .waitFor();
    },
  },
  rule: {
    path: '/projects/EXP/workflow',
    as: 'u-admin',
    height: 1000,
    async then({ page, app }) {
      await page.getByRole('button', { name: 'Edit the rule on Start' }).click();
      const settings = app('Settings of');
      await settings.getByText('How firmly').waitFor();
      await settings.getByRole('textbox', { name: 'Work item' }).fill('EXP-1');
      await settings.getByRole('button', { name: 'Show the answer' }).click();
      await settings.getByText(/Pick one in the Agreements panel/).scrollIntoViewIfNeeded();
    },
  },
};
