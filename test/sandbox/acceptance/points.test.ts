import type { Refusal } from '../../../src/contract/refusal';
import { clientOf, refusalText } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(400_000);

describe('where little is left of what Jira gives', () => {
  const site = useSite({ switches: { pointsPerHour: 5_000 } });

  test('the report stops at three tenths, and the gate and people’s answers have them', async () => {
    const report = { extension: { project: { key: 'EXP' } } };
    const owner = clientOf(site, 'u-coo');
    let refused: Refusal | undefined;
    for (let at = 0; at < 400 && !refused; at += 1) {
      const { body } = await owner.invoke('gap-report', 'report/page', {}, report);
      if ((body as Refusal).ok === false) refused = body as Refusal;
    }
    expect(refused?.error).toMatchObject({ code: 'unavailable', again: { why: 'points' } });
    const issueKey = newEpic(site.sandbox);
    expect(refusalText(await owner.move(issueKey, 'Start'))).toContain(`${issueKey} can't start yet`);
    await owner.done(issueKey, 'charter/get');
    // What a page of the report could not ask any more is told in the log.
    expect(site.logs.splice(0).every((line) => line.includes('too many questions'))).toBe(true);
  });
});

describe('a report read in two windows', () => {
  const site = useSite();

  test('is read once at a time: the later one first, then the earlier from where it was', async () => {
    for (let at = 0; at < 150; at += 1) newEpic(site.sandbox);
    const client = clientOf(site, 'u-coo');
    const page = async (cursor?: string) =>
      (
        await client.invoke('gap-report', 'report/page', cursor === undefined ? {} : { cursor }, {
          extension: { project: { key: 'EXP' } },
        })
      ).body as { ok: boolean; nextCursor?: string; error?: Refusal['error'] };
    const earlier = await page();
    const later = await page();
    expect(earlier).toMatchObject({ ok: true, nextCursor: expect.any(String) });
    expect(await page(earlier.nextCursor)).toMatchObject({
      ok: false,
      error: { code: 'unavailable', again: { why: 'read-elsewhere' } },
    });
    let { nextCursor } = later;
    while (nextCursor !== undefined) ({ nextCursor } = await page(nextCursor));
    expect(await page(earlier.nextCursor)).toMatchObject({ ok: true });
  });
});
