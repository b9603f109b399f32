import { invoke, type Look, type Picture } from './look';

const panelOf = ({ app }: Look) => app('Agreements');

/** Work items, what is promised on them, and the person's own page. */
export const onItems: Readonly<Record<string, Picture>> = {
  block: {
    path: '/projects/EXP/board',
    height: 720,
    async then({ page }) {
      await page.getByRole('button', { name: 'Move EXP-1', exact: true }).click();
      await page.getByRole('button', { name: /^Start/ }).click();
      await page
        .getByRole('dialog')
        .getByText(/can't start yet/)
        .waitFor();
    },
  },
  panel: {
    path: '/browse/EXP-12',
    height: 980,
    then: (look) => panelOf(look).getByText('Directly responsible individual').waitFor(),
  },
  counter: {
    path: '/browse/EXP-12',
    as: 'u-ops',
    height: 1500,
    async then(look) {
      const panel = panelOf(look);
      await panel
        .getByRole('button', { name: /^Counter/ })
        .last()
        .click();
      await panel.getByLabel(/^You can promise it for/).fill('2027-01-08');
      await panel.getByLabel(/^Why/).fill('The carrier’s lawyers are back on the 4th');
    },
    part: (look) => panelOf(look).getByRole('form'),
  },
  /** Two people at once: a form is open while the other side moves the same date. */
  conflict: {
    path: '/browse/EXP-12',
    as: 'u-product',
    height: 1700,
    async then(look) {
      const panel = panelOf(look);
      await panel
        .getByRole('button', { name: /^Customer data stays/ })
        .first()
        .click();
      await panel.getByRole('button', { name: /^Propose another date/ }).click();
      await panel.getByLabel(/^New date/).fill('2026-12-18');
      await panel.getByLabel(/^Why/).fill('The regulator asks for it before the holidays');
      const place = { module: 'agreement-panel', issueKey: 'EXP-12' };
      await invoke('u-platform', place, 'agreement/renegotiate', {
        agreementId: 'A1',
        committedBy: '2027-01-15',
        reason: 'Two people are away until the 8th',
      });
      await panel.getByRole('button', { name: 'Ask for this date' }).click();
      await panel.getByRole('button', { name: 'Use mine' }).waitFor();
    },
    part: (look) => panelOf(look).getByRole('form'),
  },
  'check-in': {
    path: '/browse/EXP-4',
    as: 'u-product',
    height: 1700,
    async then(look) {
      const panel = panelOf(look);
      await panel.getByRole('button', { name: 'Check in' }).last().click();
      await panel.getByRole('radio', { name: 'Yes' }).check();
      await panel.getByText('Something on this work item says otherwise').waitFor();
      await panel.getByRole('textbox', { name: /biggest risk/ }).fill('Sign-up is late');
    },
    part: (look) => panelOf(look).getByRole('form', { name: 'Check in' }),
  },
  escalation: {
    path: '/browse/EXP-5',
    height: 1500,
    async then(look) {
      const panel = panelOf(look);
      await panel
        .getByRole('button', { name: /^Decide/ })
        .last()
        .click();
      await panel.getByRole('form', { name: 'Decide this question' }).getByRole('textbox').first().waitFor();
    },
    part: (look) => panelOf(look).locator('.hf-follow'),
  },
  lozenge: {
    path: '/browse/EXP-4',
    height: 760,
    async then({ page, app }) {
      await page.getByRole('button', { name: /^Holdfast/ }).click();
      await app('How its promises stand')
        .getByText(/^Next:/)
        .waitFor();
    },
  },
  commitments: {
    path: '/apps/my-commitments',
    as: 'u-ops',
    height: 1000,
    then: ({ app }) =>
      app('My commitments').getByText('Signed data-processing terms from the local carrier').waitFor(),
  },
};
