import type { FrameLocator } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { answerOf } from '../support/enforced';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

interface Answer {
  readonly policy: { readonly rules: Readonly<Record<string, { readonly start: string }>> };
}
const PLACES = [
  ['a project', 'u-lead', '/projects/EXP/settings/project-policy', 'project-policy', 'policy/get', 'EXP'],
  ['the site', 'u-admin', '/settings/apps/site-policy', 'site-policy', 'site-policy/get', undefined],
] as const;

test.each(PLACES)(
  'the policy page of %s says which ready-made weights it holds, fills others in, and saves nothing by that',
  async (_, as, path, moduleKey, call, projectKey) => {
    const briefAtStart = async () =>
      (await answerOf<Answer>(clientOf(site, as), moduleKey, call, {}, projectKey)).policy.rules[
        'brief.incomplete'
      ]?.start;
    const before = await briefAtStart();
    const view = await browser.look({ as });
    await view.go(path);
    const page: FrameLocator = view.page.frameLocator('iframe[title*="Holdfast policy"]');
    const part = page.getByRole('group', { name: 'Ready-made weights' });
    await part.getByText(/^The form holds: /).waitFor();
    await part.getByRole('button', { name: 'Fill in: Strict' }).click();
    await part.getByText('The form holds: Strict').waitFor();
    expect(await part.getByText('In the form').count()).toBe(1);
    expect(await briefAtStart()).toBe(before);
    expect(view.complaints()).toEqual([]);
  },
);
