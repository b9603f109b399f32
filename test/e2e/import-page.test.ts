import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const at = (day: string): string => `${day}T10:00:00.000+0000`;

/** A task that somebody worked on; Jira's own statuses of old, whose categories their names decide. */
const task = (number: number, started: string | null, moves: boolean) => ({
  id: `9${number}`,
  key: `OLD-${number}`,
  fields: {
    summary: `Old task ${number}`,
    issuetype: { name: 'Task' },
    project: { key: 'OLD', name: 'Old works' },
    status: { name: started === null ? 'Open' : 'In Progress' },
    created: at('2013-01-07'),
    updated: at(started ?? '2013-01-07'),
    ...(number % 2 === 0 && { assignee: { accountId: 'ann', displayName: 'Ann' } }),
  },
  ...(moves && {
    changelog: {
      histories:
        started === null
          ? []
          : [
              {
                id: `8${number}`,
                author: { accountId: 'ann', displayName: 'Ann' },
                created: at(started),
                items: [{ field: 'status', from: '1', fromString: 'Open', to: '3', toString: 'In Progress' }],
              },
            ],
    },
  }),
});

const folder = mkdtempSync(join(tmpdir(), 'import-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, moves: boolean): string => {
  const path = join(folder, name);
  const issues = [task(1, '2014-03-03', moves), task(2, '2014-05-05', moves), task(3, null, moves)];
  writeFileSync(path, JSON.stringify({ issues }));
  return path;
};

describe('issues with their histories', () => {
  const site = useSite({ imports: [fileOf('moves.json', true)], seed: 'import' });
  const browser = useBrowser(site);

  test('open with the moves that they hold, replayed, though no epic is among them', async () => {
    const view = await browser.look({ as: 'u-lead' });
    await view.go('/');
    const start = view.page.getByRole('main').or(view.page.locator('.home'));
    await expect(start.first().innerText()).resolves.toMatch(
      /In Old works the history holds 2 moves .* from 3 March 2014 to 5 May 2014/,
    );
    await view.page.locator('a.button-primary').click();
    const app = view.app('Accountability gaps');
    await app.getByText(/Of 2 moves to Start, one would have been stopped/).waitFor();
    expect(await app.getByLabel('Task', { exact: true }).isChecked()).toBe(true);
    expect(view.complaints()).toEqual([]);
  });
});

describe('issues without histories', () => {
  const site = useSite({ imports: [fileOf('bare.json', false)], seed: 'import' });
  const browser = useBrowser(site);

  test('open with what stands there today, and say that the past cannot be told', async () => {
    const view = await browser.look({ as: 'u-lead' });
    await view.go('/');
    await view.page.getByText('what a policy would have said of the past cannot be told').waitFor();
    await view.page.locator('a.button-primary').click();
    await view.app('Accountability gaps').getByRole('button', { name: 'Overview' }).waitFor();
    expect(view.complaints()).toEqual([]);
  });
});
