import { clientOf } from '../../support/client';
import { liveUntil } from '../../support/clocks/told';
import { useSite } from '../../support/sandbox';

const site = useSite();
const WEEK = 7 * 24 * 3_600_000;

test('the first week on a site with a past mails nobody about finished work, five things a mail at most', async () => {
  site.sandbox.host.restartSchedules();
  const end = new Date(site.sandbox.clock.now() + WEEK).toISOString();
  const mails = (await liveUntil(site.sandbox, end)).filter(({ subject }) =>
    subject.startsWith('Holdfast: '),
  );
  expect(mails.length).toBeGreaterThan(0);
  const titles = mails.flatMap(({ text }) => text.match(/^[A-Z]+-\d+(?= )/gm) ?? []);
  const { body } = await clientOf(site, 'u-coo').get(
    `/rest/api/3/search/jql?jql=${encodeURIComponent('statusCategory = Done')}&fields=status&maxResults=500`,
  );
  const done = (body as { issues: readonly { key: string }[] }).issues.map(({ key }) => key);
  expect(done.length).toBeGreaterThan(0);
  expect(titles.filter((key) => done.includes(key))).toEqual([]);
  for (const { text } of mails) {
    expect((text.match(/^https?:\S+$/gm) ?? []).length).toBeLessThanOrEqual(
      text.includes(' more in ') ? 7 : 6,
    );
  }
});
