import type { Drill } from './kind';

const COMMAND = 'src/domain/charter/authority/revoke.ts';

const command = `import type { AccountId } from '../../ids';
import { ok, refuse } from '../../result';
import { defineCommand, type Happened } from '../define-command';
import { isDri, stamp } from '../refusals';
import { byOwner } from '../may-follow';
import { nobody } from '../tells';

interface RevokeAuthority {
  readonly type: 'revoke-authority';
  readonly reason: string;
}

interface AuthorityRevoked extends Happened {
  readonly type: 'authority-revoked';
  readonly revokedFrom: AccountId;
  readonly reason: string;
}

/** Takes back what the DRI may decide alone. */
export const revokeAuthority = defineCommand<RevokeAuthority, AuthorityRevoked>({
  type: 'revoke-authority',
  event: 'authority-revoked',
  room: 'ordinary',
  subject: 'authority',
  affects: ['authority'],
  people: ['revokedFrom'],
  mayFollow: byOwner,
  tells: nobody,
  decide({ authority, ...charter }, { reason }, facts) {
    if (!authority) return refuse({ code: 'no-dri' });
    if (isDri({ authority, ...charter }, facts)) return refuse({ code: 'grantor-is-dri' });
    if (!facts.actor.canEdit) return refuse({ code: 'forbidden', needs: 'edit' });
    return ok([
      { type: 'authority-revoked', ...stamp(facts), revokedFrom: authority.grantedTo, reason },
    ]);
  },
  evolve: (charter) => ({ ...charter, authority: null }),
});
`;

const call = `import * as z from 'zod/mini';
import { LIMITS, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { editors } from '../roles';

/** Takes back what the DRI may decide alone. */
export const revokeAuthority = defineCommandCall({
  key: 'authority/revoke',
  command: 'revoke-authority',
  input: once(() => z.strictObject({ reason: text(LIMITS.text), seen: seen() })),
  access: 'item',
  may: editors,
  otherwise: { dri: 'grantor-is-dri' },
});
`;

const test = `import { peopleInHistory } from '../../../../src/domain/charter/people';
import { as, given, NOW } from '../../../support/charter-spec';
import { owner } from '../../../support/events';
import { COO, CTO } from '../../../support/people';

const granted = { type: 'authority-granted', at: NOW, by: CTO, grantedTo: COO, decisions: 'Scope' } as const;
const revoked = { type: 'authority-revoked', at: NOW, by: CTO, revokedFrom: COO, reason: 'It ran out' } as const;
const revoke = { type: 'revoke-authority', reason: 'It ran out' } as const;

describe('taking back authority', () => {
  it('says from whom', () => {
    given(...owner(COO), granted).when(revoke, as(CTO)).then([revoked]);
  });

  it('keeps that person in the privacy report', () => {
    expect(peopleInHistory([revoked])).toContain(COO);
  });
});
`;

export const drill: Drill = {
  title: 'One more command of the charter',
  ceilings: { all: 11 },
  begin({ add, after }) {
    add(COMMAND, command);
    const list = 'src/domain/charter/commands.ts';
    after(
      list,
      "import { grantAuthority } from './authority/grant';\n",
      "import { revokeAuthority } from './authority/revoke';\n",
    );
    after(list, '  grantAuthority,\n', '  revokeAuthority,\n');
    add('src/contract/calls/authority/revoke.ts', call);
    const calls = 'src/contract/calls/item-calls.ts';
    after(
      calls,
      "import { grantAuthority } from './authority/grant';\n",
      "import { revokeAuthority } from './authority/revoke';\n",
    );
    after(calls, '  grantAuthority,\n', '  revokeAuthority,\n');
    add('test/unit/domain/charter/revoke-authority.test.ts', test);
  },
  finish({ after }) {
    after(
      'src/contract/shapes/charter-event.ts',
      "    z.strictObject({ type: z.literal('authority-granted'), ...happened, ...grant }),\n",
      `    z.strictObject({
      type: z.literal('authority-revoked'),
      ...happened,
      revokedFrom: account,
      reason: z.string(),
    }),\n`,
    );
    after(
      'texts/en/rejections.json',
      '    "authority-granted": "changed the authority",\n',
      '    "authority-revoked": "took back the authority",\n',
    );
    const lines = 'static/panel/model/history.ts';
    after(
      lines,
      '  switch (event.type) {\n',
      `    case 'authority-revoked':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyAuthorityRevoked',
        person: event.revokedFrom,
        quote: event.reason,
      };\n`,
    );
    after(
      'texts/en/forms.json',
      '    "historyAuthority": "{by} granted authority to {person}",\n',
      '    "historyAuthorityRevoked": "{by} took authority back from {person}",\n',
    );
    const tried = 'test/support/commands.ts';
    after(
      tried,
      "fc.constant('Scope'), expiresOn: maybe(date) }),\n",
      "  'revoke-authority': of(2, 'revoke-authority', { reason: fc.constant('It ran out') }),\n",
    );
    after(tried, "    case 'grant-authority':\n", "    case 'revoke-authority':\n");
    after(
      'test/sandbox/permissions/scenes.ts',
      "  'authority/grant': scene(owned, { decisions: 'Everything below 20 k€' }),\n",
      "  'authority/revoke': scene(owned, reason),\n",
    );
  },
  refused: [
    {
      title: 'an event with a person whom nobody lists',
      edit: ({ replace }) => replace(COMMAND, "people: ['revokedFrom']", 'people: []'),
      file: COMMAND,
    },
    {
      title: 'another field of a person, added to an event later',
      edit: ({ after }) =>
        after(COMMAND, '  readonly revokedFrom: AccountId;\n', '  readonly insteadOf?: AccountId;\n'),
      file: COMMAND,
    },
  ],
  tests: [
    'test/unit/domain/charter',
    'test/unit/properties/charter.test',
    'test/unit/contract',
    'test/unit/entry/dispatch',
    'test/unit/static/panel',
    'test/unit/architecture/scatter',
  ],
};
