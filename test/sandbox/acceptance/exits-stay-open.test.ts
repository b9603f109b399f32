import { clientOf, refusalCode, succeeded, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

/** So many letters of three bytes each; the last are too few for anything shorter to fit where they do not. */
const LENGTHS = [990, 250, 50, 1];

const EDITORS = ['u-product', 'u-marketing', 'u-sales', 'u-ops', 'u-platform', 'u-cto', 'u-coo'];
const TEN = [...EDITORS, 'u-lead', 'u-viewer', 'u-admin'];

let added = 0;

const request = (letters: number) => ({
  providerAccountId: 'u-platform',
  deliverable: `${added} ${'字'.repeat(Math.min(letters, 150))}`,
  acceptance: '字'.repeat(letters),
  impact: '字'.repeat(letters),
  inputs: '字'.repeat(letters),
  neededBy: '2026-12-18',
});
const gap = (letters: number) => ({ what: '字'.repeat(letters) });

/** Adds, shorter and shorter, until the record takes not even a letter more of it. Answers the code it ended with. */
async function flood(
  key: string,
  accountId: string,
  call: string,
  payload: (letters: number) => object,
): Promise<string> {
  let code = '';
  for (const letters of LENGTHS) {
    for (code = ''; code === '';) {
      added += 1;
      const reply = await as(accountId).panel(key, call, payload(letters));
      if (!succeeded(reply.body)) code = refusalCode(reply);
    }
  }
  return code;
}

/** An epic somebody owns, who was promised one thing and asked another. */
async function owned(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  for (const n of [1, 2, 3]) {
    await as('u-coo').done(key, 'agreement/request', { ...request(1), deliverable: `Thing ${n}` });
  }
  await as('u-viewer').done(key, 'gap/raise', { what: 'Nobody tests the import' });
  return key;
}

/** What has to be possible whatever anybody fills a record with: answering, withdrawing, waiving, handing back. */
async function everyWayOut(key: string): Promise<void> {
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await as('u-platform').done(key, 'agreement/decline', {
    agreementId: 'A2',
    reason: 'Not ours',
    alternativeAccountId: 'u-sales',
  });
  await as('u-coo').done(key, 'agreement/withdraw', { agreementId: 'A3', reason: 'Not needed' });
  await as('u-coo').done(key, 'gap/answer', { gapId: 'G1', answer: 'Seen to' });
  await as('u-lead').done(key, 'waiver/grant', {
    rules: ['agreement.unacknowledged'],
    reason: 'The customer signs on Friday',
    expiresAt: '2026-12-01T00:00:00.000Z',
  });
  await as('u-coo').done(key, 'dri/decline', { reason: 'Too much at once' });
  await as('u-lead').done(key, 'dri/nominate', { accountId: 'u-cto' });
  await as('u-cto').done(key, 'dri/accept');
}

describe('the ways out stay open at the last byte that somebody may fill of a record:', () => {
  test('one author fills a share of it, with whatever they add', async () => {
    const key = await owned();
    expect(await flood(key, 'u-product', 'agreement/request', request)).toBe('too-much-open');
    expect(await flood(key, 'u-product', 'gap/raise', gap)).toBe('too-much-open');
    // Everybody else goes on as before.
    await as('u-marketing').done(key, 'agreement/request', request(250));
    await everyWayOut(key);
  }, 300_000);

  test('a viewer fills no more than that', async () => {
    const key = await owned();
    expect(await flood(key, 'u-viewer', 'gap/raise', gap)).toBe('too-much-open');
    await as('u-marketing').done(key, 'agreement/request', request(250));
    await everyWayOut(key);
  }, 300_000);

  test('ten fill all of it that is not kept for the ways out', async () => {
    const key = await owned();
    const codes: string[] = [];
    for (const editor of EDITORS) codes.push(await flood(key, editor, 'agreement/request', request));
    for (const reader of TEN) codes.push(await flood(key, reader, 'gap/raise', gap));
    // The first are stopped by their own share, the last by what all have added.
    expect(codes[0]).toBe('too-much-open');
    expect(codes.slice(-5)).toEqual(Array(5).fill('charter-full'));
    await everyWayOut(key);
  }, 400_000);
});

test('gaps that were answered are no limit to how many may be raised', async () => {
  const key = await owned();
  for (let n = 2; n <= 60; n += 1) {
    await as('u-viewer').done(key, 'gap/raise', { what: `${n} ${'字'.repeat(900)}` });
    await as('u-coo').done(key, 'gap/answer', { gapId: `G${n}`, answer: 'Seen to' });
  }
  const { history } = await as('u-viewer').done(key, 'gap/raise', { what: 'One more' });
  expect(history.at(-1)).toMatchObject({ type: 'gap-raised', gapId: 'G61' });
}, 400_000);
