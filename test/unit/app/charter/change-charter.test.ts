import {
  changeCharter,
  WRITE_ATTEMPTS,
  type ChangeRequest,
} from '../../../../src/app/charter/change-charter';
import type { CharterCommand, Facts } from '../../../../src/domain/charter/commands';
import { replay } from '../../../../src/domain/charter/evolve';
import { as } from '../../../support/charter-spec';
import { accepted, acknowledged, asked, nominated, owner, refused } from '../../../support/events';
import { type MemoryCharters, world } from '../../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const change = async (charters: MemoryCharters, command: CharterCommand, facts: Facts, seen?: number) => {
  const stored = await charters.readCharter('EXP-1');
  const request: ChangeRequest = {
    issueKey: 'EXP-1',
    issueId: '10001',
    stored,
    command,
    revision: seen,
    facts,
  };
  return changeCharter(request, charters);
};

const nominate = { type: 'nominate-dri' as const, accountId: OPS };
const accept = { type: 'accept-dri' as const };

it('writes what was decided, once, with the history', async () => {
  const { charters } = world(nominated(COO));
  const result = await change(charters, accept, as(COO));
  expect(result).toMatchObject({ ok: true, value: { version: 2, charter: { dri: { status: 'accepted' } } } });
  expect(charters.calls['write']).toBe(1);
  const { charter, history } = await charters.readCharter('EXP-1');
  expect(history.map(({ type }) => type)).toEqual(['dri-nominated', 'dri-accepted']);
  expect(charter).toEqual(replay(history));
});

it('writes nothing when the command is refused', async () => {
  const { charters } = world(nominated(COO));
  expect(await change(charters, accept, as(CTO))).toEqual({
    ok: false,
    error: { code: 'forbidden', needs: 'nominee' },
  });
  expect(charters.calls['write']).toBeUndefined();
});

describe('for a caller who says how much they had seen', () => {
  const acknowledge = { type: 'acknowledge-agreement' as const, agreementId: 'A1' };

  it('tells what somebody else changed before the command’s own refusal', async () => {
    const { charters } = world(asked('A1'), refused('A1', { by: OPS }));
    expect(await change(charters, acknowledge, as(PLATFORM), 1)).toMatchObject({
      ok: false,
      error: { code: 'changed-meanwhile', entry: { type: 'agreement-declined', by: OPS } },
    });
    expect(charters.calls['write']).toBeUndefined();
  });

  it('sees whoever slips in between reading and writing', async () => {
    const { charters } = world(nominated(COO));
    charters.beforeWrite = () => {
      charters.beforeWrite = () => undefined;
      charters.put('EXP-1', [nominated(COO), nominated(COO, { by: OPS })]);
    };
    expect(await change(charters, accept, as(COO), 1)).toMatchObject({
      error: { code: 'changed-meanwhile', entry: { by: OPS } },
    });
  });

  it('answers a command that is already written, and writes it once', async () => {
    const { charters } = world(asked('A1'));
    const results = await Promise.all([
      change(charters, acknowledge, as(PLATFORM), 1),
      change(charters, acknowledge, as(PLATFORM), 1),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await charters.readCharter('EXP-1')).history).toHaveLength(2);
  });

  it('lets changes elsewhere be', async () => {
    const { charters } = world(asked('A1'), asked('A2'));
    expect(await change(charters, acknowledge, as(PLATFORM), 1)).toMatchObject({ ok: true });
  });
});

describe('when somebody else writes first', () => {
  it('refuses a nomination that an acceptance overtook', async () => {
    const { charters } = world(nominated(COO));
    charters.beforeWrite = () => {
      charters.beforeWrite = () => undefined;
      charters.put('EXP-1', owner(COO));
    };
    expect(await change(charters, nominate, as(CTO))).toEqual({
      ok: false,
      error: { code: 'already-accepted', accountId: COO },
    });
    expect((await charters.readCharter('EXP-1')).charter.dri).toMatchObject({
      accountId: COO,
      status: 'accepted',
    });
  });

  it('refuses an acceptance that another nomination overtook', async () => {
    const { charters } = world(nominated(COO));
    charters.beforeWrite = () => {
      charters.beforeWrite = () => undefined;
      charters.put('EXP-1', [nominated(COO), nominated(OPS)]);
    };
    expect(await change(charters, accept, as(COO))).toEqual({
      ok: false,
      error: { code: 'forbidden', needs: 'nominee' },
    });
    expect((await charters.readCharter('EXP-1')).charter.dri).toMatchObject({
      accountId: OPS,
      status: 'nominated',
    });
  });

  it('acknowledges once, whoever of two clicks comes first', async () => {
    const { charters } = world(asked('A1'));
    const acknowledge = { type: 'acknowledge-agreement' as const, agreementId: 'A1' };
    const results = await Promise.all([
      change(charters, acknowledge, as(PLATFORM)),
      change(charters, acknowledge, as(PLATFORM)),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'wrong-status' } });
    expect((await charters.readCharter('EXP-1')).history.map(({ type }) => type)).toEqual([
      'agreement-requested',
      'agreement-acknowledged',
    ]);
  });

  it('keeps what the other wrote when both can stand', async () => {
    const { charters } = world(nominated(COO), asked('A1'));
    charters.beforeWrite = () => {
      charters.beforeWrite = () => undefined;
      charters.put('EXP-1', [nominated(COO), asked('A1'), acknowledged('A1')]);
    };
    const result = await change(charters, accept, as(COO));
    expect(result).toMatchObject({
      ok: true,
      value: { charter: { dri: { status: 'accepted' }, agreements: [{ status: 'acknowledged' }] } },
    });
  });

  it('numbers two agreements apart', async () => {
    const { charters } = world();
    const ask = (deliverable: string): CharterCommand => ({
      type: 'request-agreement',
      providerAccountId: PLATFORM,
      deliverable,
      acceptance: 'It is there',
      neededBy: '2026-12-04',
    });
    await Promise.all([change(charters, ask('A'), as(COO)), change(charters, ask('B'), as(CTO))]);
    const { charter } = await charters.readCharter('EXP-1');
    expect(charter.agreements.map(({ id }) => id)).toEqual(['A1', 'A2']);
  });
});

it('loses no update and applies none twice with fifty writers at once', async () => {
  const { charters } = world();
  charters.latencyMs = 1;
  const ask = (deliverable: string): CharterCommand => ({
    type: 'request-agreement',
    providerAccountId: PLATFORM,
    deliverable,
    acceptance: 'It is there',
    neededBy: '2026-12-04',
  });
  const wanted = Array.from({ length: 50 }, (_, i) => `Thing ${i}`);
  const results = await Promise.all(wanted.map((what) => change(charters, ask(what), as(COO))));
  expect(results.every(({ ok }) => ok)).toBe(true);
  const { charter, version, history } = await charters.readCharter('EXP-1');
  expect(charter.agreements.map(({ deliverable }) => deliverable).sort()).toEqual([...wanted].sort());
  expect([version, history.length]).toEqual([50, 50]);
});

it('says that it is busy after so many attempts, and has written nothing', async () => {
  const { charters } = world(nominated(COO));
  charters.beforeWrite = () => charters.put('EXP-1', [nominated(COO)]);
  expect(await change(charters, accept, as(COO))).toEqual({ ok: false, error: { code: 'busy' } });
  expect(charters.calls['write']).toBe(WRITE_ATTEMPTS);
  expect((await charters.readCharter('EXP-1')).charter.dri?.status).toBe('nominated');
});

it('says that the record is full, at once, and has written nothing', async () => {
  const { charters } = world(nominated(COO));
  charters.full = true;
  expect(await change(charters, accept, as(COO))).toEqual({ ok: false, error: { code: 'charter-full' } });
  expect(charters.calls['write']).toBe(1);
});

it('gives an outage on to whoever asked', async () => {
  const { charters } = world(nominated(COO), accepted(COO), asked('A1'), refused('A1'));
  const stored = await charters.readCharter('EXP-1');
  charters.down = true;
  const command = { type: 'withdraw-agreement' as const, agreementId: 'A1', reason: 'Declined' };
  await expect(
    changeCharter({ issueKey: 'EXP-1', issueId: '10001', stored, command, facts: as(COO) }, charters),
  ).rejects.toMatchObject({ name: 'Unavailable', dependency: 'storage' });
});

describe('what follows a change', () => {
  const following = async (charters: MemoryCharters, events: string[]) => {
    const stored = await charters.readCharter('EXP-1');
    const follow = (next: { readonly version: number }): Promise<void> => {
      events.push(`follow ${next.version}`);
      return Promise.resolve();
    };
    const request: ChangeRequest = {
      issueKey: 'EXP-1',
      issueId: '10001',
      stored,
      command: accept,
      facts: as(COO),
      follow,
      commandId: 'one-click',
    };
    return changeCharter(request, charters);
  };

  it('is queued beside the write, once', async () => {
    const { charters } = world(nominated(COO));
    const events: string[] = [];
    expect(await following(charters, events)).toMatchObject({ ok: true });
    expect(events).toEqual(['follow 2']);
  });

  it('is queued again for the version that was written, where a rival was first', async () => {
    const { charters } = world(nominated(COO));
    const events: string[] = [];
    charters.beforeWrite = () => {
      charters.beforeWrite = () => undefined;
      charters.put('EXP-1', [nominated(COO), asked('A1')]);
    };
    expect(await following(charters, events)).toMatchObject({ ok: true, value: { version: 3 } });
    expect(events).toEqual(['follow 2', 'follow 3']);
  });

  it('is queued again for a command that was answered before, as its events may be what was lost', async () => {
    const { charters } = world(nominated(COO));
    const events: string[] = [];
    await following(charters, events);
    await following(charters, events);
    expect(events).toEqual(['follow 2', 'follow 2']);
    expect(charters.calls['write']).toBe(1);
  });

  it('is not queued where the charter is full', async () => {
    const { charters } = world(nominated(COO));
    charters.full = true;
    const events: string[] = [];
    expect(await following(charters, events)).toMatchObject({ error: { code: 'charter-full' } });
    expect(events).toEqual([]);
  });
});
