import { clientOf, refusalCode, succeeded, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const LONG = '字'.repeat(990);
const request = (n: number, text = LONG) => ({
  providerAccountId: 'u-platform',
  deliverable: `${n} ${'字'.repeat(150)}`,
  acceptance: text,
  impact: text,
  inputs: text,
  neededBy: '2026-12-18',
});

/** Adds until the record takes no more of it, and answers by which code it ended. */
async function flood(key: string, accountId: string, call: string, payload: (n: number) => object) {
  for (let n = 1; n <= 200; n += 1) {
    const reply = await as(accountId).panel(key, call, payload(n));
    if (!succeeded(reply.body)) return { added: n - 1, code: refusalCode(reply) };
  }
  throw new Error('the record never ended');
}

test('whoever floods a record fills a share of it, and the ways out stay open at its last byte', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', request(0, 'It works'));
  const codes: string[] = [];
  for (const editor of ['u-product', 'u-marketing', 'u-sales', 'u-ops']) {
    codes.push((await flood(key, editor, 'agreement/request', request)).code);
  }
  expect(codes[0]).toBe('too-much-open');
  for (const reader of ['u-viewer', 'u-cto', 'u-lead', 'u-product', 'u-coo']) {
    codes.push((await flood(key, reader, 'gap/raise', (n) => ({ what: `${n} ${LONG}` }))).code);
  }
  expect(codes).toContain('charter-full');

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
}, 120_000);
