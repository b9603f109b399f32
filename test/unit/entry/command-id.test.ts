import { calls } from '../../../src/contract/calls';
import { call, from } from '../../support/calling';
import { owner } from '../../support/events';
import { world } from '../../support/memory-ports';
import { COO, CTO, OPS } from '../../support/people';
import { payloads } from '../../support/payloads';

const ONE = '0b9c8a52-4d0e-4f63-9f0b-5a0f6f7f2c11';
const OTHER = '7a1d6c34-0c55-4b64-8d57-2b9f1a3e5d22';

const gap = (commandId: string, what = 'Nobody tests the fallback') => ({ what, commandId });

const commands = calls.filter((one) => 'command' in one || ('givesCommand' in one && one.givesCommand));

const historyOf = (here: ReturnType<typeof world>): readonly string[] =>
  (here.charters.stored.get('EXP-1')?.history ?? []).map(({ type }) => type);

it('makes a command that is sent again be carried out once, whatever was written since', async () => {
  const here = world(...owner(COO));
  await call(here, 'gap/raise', gap(ONE), from(OPS));
  await call(here, 'gap/raise', gap(OTHER, 'Nobody owns the runbook'), from(OPS));
  const again = await call(here, 'gap/raise', gap(ONE), from(OPS));
  expect(again.ok).toBe(true);
  expect(historyOf(here).filter((type) => type === 'gap-raised')).toHaveLength(2);
});

it('lets the same person say the same twice under two names', async () => {
  const here = world(...owner(COO));
  await call(here, 'gap/raise', gap(ONE), from(OPS));
  await call(here, 'gap/raise', gap(OTHER), from(OPS));
  expect(historyOf(here).filter((type) => type === 'gap-raised')).toHaveLength(2);
});

it('belongs to one person: another one’s command of the same name is another command', async () => {
  const here = world(...owner(COO));
  await call(here, 'gap/raise', gap(ONE), from(OPS));
  await call(here, 'gap/raise', gap(ONE), from(CTO));
  expect(historyOf(here).filter((type) => type === 'gap-raised')).toHaveLength(2);
});

it('says who sent it nowhere in what is stored of it', async () => {
  const here = world(...owner(COO));
  await call(here, 'gap/raise', gap(ONE), from(OPS));
  const stored = here.charters.stored.get('EXP-1');
  expect(stored?.writes).toHaveLength(1);
  expect(JSON.stringify(stored?.writes)).not.toContain(OPS);
});

it('is decided anew where the first attempt was refused', async () => {
  const here = world(...owner(COO));
  const refused = await call(here, 'dri/accept', { commandId: ONE }, from(COO));
  expect(refused).toMatchObject({ ok: false, error: { code: 'already-accepted' } });
  expect(historyOf(here)).toHaveLength(2);
});

test.each(['x', '', 7, null, `${ONE}0`, [ONE]])(
  'is refused by its name where it is no UUID: %j',
  async (bad) => {
    const here = world(...owner(COO));
    const answer = await call(here, 'gap/raise', { what: 'A gap', commandId: bad }, from(OPS));
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field: 'commandId' } });
    expect(historyOf(here)).toHaveLength(2);
  },
);

test.each(commands.map(({ key }) => key))('may stand beside the payload of %s', async (key) => {
  const here = world(...owner(COO));
  const answer = await call(here, key, { ...payloads[key], commandId: ONE }, from(COO));
  expect(answer.ok ? undefined : answer.error.field).not.toBe('commandId');
});

test('is no part of a call that changes nothing', async () => {
  const here = world(...owner(COO));
  const answer = await call(here, 'charter/get', { commandId: ONE }, from(COO));
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field: 'commandId' } });
});

test('may stand beside every payload that says what its sender had seen', () => {
  const seeing = calls.filter(({ input }) => 'seen' in (Reflect.get(input(), 'shape') ?? {}));
  expect(seeing.map(({ key }) => key).sort()).toEqual(commands.map(({ key }) => key).sort());
});
