import type { AccountId } from '../../ids';
import { ok, refuse } from '../../result';
import type { IsoDate } from '../../time/time';
import { defineCommand, type Happened } from '../define-command';
import { todayOfDri } from '../ownership/dri-zone';
import { refuseWithoutRight } from '../ownership/holds-right';
import { isDri, stamp, unfitDay } from '../refusals';
import { answer } from '../tells';

interface GrantAuthority {
  readonly type: 'grant-authority';
  readonly decisions: string;
  readonly boundaries?: string | undefined;
  readonly inputs?: string | undefined;
  readonly escalateWhen?: string | undefined;
  readonly expiresOn?: IsoDate | undefined;
}

interface AuthorityGranted extends Happened {
  readonly type: 'authority-granted';
  readonly grantedTo: AccountId;
  readonly decisions: string;
  readonly boundaries?: string;
  readonly inputs?: string;
  readonly escalateWhen?: string;
  readonly expiresOn?: IsoDate;
}

export const grantAuthority = defineCommand<GrantAuthority, AuthorityGranted>({
  type: 'grant-authority',
  event: 'authority-granted',
  room: 'ordinary',
  // Authority is given to a person: a grant meant for one must not reach another.
  subject: 'authority',
  affects: ['authority'],
  people: ['grantedTo'],
  mayFollow: ({ dri }, { grantedTo }) => dri?.accountId === grantedTo,
  // Whoever may decide alone knows it, and within what.
  tells: ({ grantedTo }) => answer(grantedTo),
  decide(charter, { decisions, boundaries, inputs, escalateWhen, expiresOn }, facts) {
    if (!charter.dri) return refuse({ code: 'no-dri' });
    if (isDri(charter, facts)) return refuse({ code: 'grantor-is-dri' });
    const forbidden = refuseWithoutRight('grant', charter, facts);
    if (forbidden) return refuse(forbidden);
    const today = todayOfDri(charter, facts.policy, facts.now);
    const unfit = unfitDay('expiresOn', expiresOn, today);
    if (unfit) return refuse(unfit);
    return ok([
      {
        type: 'authority-granted',
        ...stamp(facts),
        grantedTo: charter.dri.accountId,
        decisions,
        ...(boundaries !== undefined && { boundaries }),
        ...(inputs !== undefined && { inputs }),
        ...(escalateWhen !== undefined && { escalateWhen }),
        ...(expiresOn !== undefined && { expiresOn }),
      },
    ]);
  },
  evolve: (charter, { type: _type, at, by, ...grant }) => ({
    ...charter,
    authority: { ...grant, grantedBy: by, grantedAt: at },
  }),
});
