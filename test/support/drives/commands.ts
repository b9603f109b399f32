import { succeeded, type Reply } from '../client';
import { MEMBERS, STRANGER, type Drive } from './world';

const dayIn = (drive: Drive, days: number): string =>
  new Date(drive.nowMs + days * 86_400_000).toISOString().slice(0, 10);

const AGREEMENTS = ['A1', 'A2', 'A3'];

type Tried = readonly [by: string, call: string, payload: object];

const request = (d: Drive): Tried => [
  d.somebody(),
  'agreement/request',
  {
    // Somebody who may not see the item is told of their own agreement, and of nothing else.
    providerAccountId: d.dice.pick([...MEMBERS, STRANGER]),
    deliverable: `Thing ${d.dice.upTo(1_000_000)}`,
    acceptance: 'It is there',
    neededBy: dayIn(d, 2 + d.dice.upTo(5)),
  },
];

/** What people may try in the panel; whether it can be is for the app to say. */
const COMMANDS: readonly ((drive: Drive) => Tried)[] = [
  (d) => [d.somebody(), 'dri/nominate', { accountId: d.dice.pick(MEMBERS) }],
  (d) => [d.somebody(), 'dri/accept', {}],
  (d) => [d.somebody(), 'dri/decline', { reason: 'No time' }],
  (d) => [d.somebody(), 'dependencies/declare-none', {}],
  request,
  request,
  (d) => [d.somebody(), 'agreement/acknowledge', { agreementId: d.dice.pick(AGREEMENTS) }],
  (d) => [
    d.somebody(),
    'agreement/counter',
    { agreementId: d.dice.pick(AGREEMENTS), committedBy: dayIn(d, 4), reason: 'The vendor' },
  ],
  (d) => [d.somebody(), 'agreement/withdraw', { agreementId: d.dice.pick(AGREEMENTS), reason: 'Solved' }],
  (d) => [
    d.dice.pick(['u-lead', 'u-cto']),
    'waiver/grant',
    {
      rules: ['owner.missing', 'owner.not-accepted', 'dependencies.undeclared'],
      reason: 'The customer signs on Friday',
      expiresAt: `${dayIn(d, 1 + d.dice.upTo(6))}T00:00:00.000Z`,
    },
  ],
  (d) => [d.somebody(), 'checkin/submit', { onTrack: d.dice.likely(0.5), biggestRisk: 'Weather', needs: [] }],
];

const outcome = ({ status, body }: Reply, what: string): string => {
  const said = body as { ok?: unknown; error?: { code?: unknown } };
  if (status === 200 && said.ok === true) return 'ok';
  if (status === 200 && typeof said.error?.code === 'string') return said.error.code;
  throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
};

/** A command of the panel by somebody, refused in the contract's shape or carried out once, however often it is sent. */
async function command(
  drive: Drive,
  issueId: string,
  [by, call, payload]: Tried,
  times: 1 | 2 = 1,
): Promise<void> {
  const sent = { ...payload, commandId: drive.dice.uuid() };
  const send = (): Promise<Reply> => drive.as(by).panel(drive.keyOf(issueId), call, sent);
  const first = await send();
  const ended = outcome(first, `${call} by ${by}`);
  drive.note(call, ended, `${by} ${issueId}`);
  if (times === 1 || drive.disturbed || ended !== 'ok' || !isWhole(first.body)) return;
  const again = await send();
  const said = outcome(again, `${call} by ${by} again`);
  if (said !== 'ok') throw new Error(`${call} by ${by}, sent again under its name: ${said}`);
  const done = (body: unknown): number => (isWhole(body) ? body.history.length + body.earlier : 0);
  if (done(first.body) !== done(again.body)) throw new Error(`${call} by ${by} was carried out twice`);
  drive.note('a command sent twice', ended);
}

const isWhole = (body: unknown): body is { readonly history: readonly unknown[]; readonly earlier: number } =>
  succeeded(body) && 'history' in body && 'earlier' in body;

/** Somebody tries something. */
export async function tryCommand(drive: Drive): Promise<void> {
  const issueId = drive.item();
  await command(drive, issueId, drive.dice.pick(COMMANDS)(drive), drive.dice.likely(0.4) ? 2 : 1);
}

/** Whoever was asked says yes: by chance alone too few items would ever be in order. */
export async function bringInOrder(drive: Drive): Promise<void> {
  const issueId = drive.item();
  const { charter } = await drive.truth(issueId);
  const owner = charter.dri?.accountId ?? drive.somebody();
  // Whoever left says nothing any more.
  if (drive.isGone(owner)) return;
  if (!charter.dri) await command(drive, issueId, [drive.somebody(), 'dri/nominate', { accountId: owner }]);
  if (charter.dri?.status !== 'accepted') await command(drive, issueId, [owner, 'dri/accept', {}]);
  for (const { id, status, providerAccountId } of charter.agreements) {
    if (status !== 'requested' || drive.isGone(providerAccountId)) continue;
    await command(drive, issueId, [providerAccountId, 'agreement/acknowledge', { agreementId: id }]);
  }
  if (charter.agreements.length === 0)
    await command(drive, issueId, [owner, 'dependencies/declare-none', {}]);
}
