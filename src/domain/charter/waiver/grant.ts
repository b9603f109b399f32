import type { WaiverId } from '../../ids';
import type { RuleId } from '../../policy/rules';
import { ok, refuse } from '../../result';
import { compareInstants, DAY_MS, instantOf, msOf, type Instant } from '../../time/time';
import { defineCommand, type Happened } from '../define-command';
import { isInForce } from '../charter';
import { isDri, stamp } from '../refusals';
import { refuseWithoutRight } from '../ownership/holds-right';
import { always } from '../may-follow';
import { answer } from '../tells';
import { nextNumber } from '../numbering';

interface GrantWaiver {
  readonly type: 'grant-waiver';
  readonly rules: readonly RuleId[];
  readonly reason: string;
  readonly expiresAt: Instant;
}

interface WaiverGranted extends Happened {
  readonly type: 'waiver-granted';
  readonly waiverId: WaiverId;
  readonly rules: readonly RuleId[];
  readonly reason: string;
  readonly expiresAt: Instant;
}

/** Each rule once, and the end in UTC. */
const terms = ({ rules, reason, expiresAt }: Omit<GrantWaiver, 'type'>) => ({
  rules: [...new Set(rules)],
  reason,
  expiresAt: instantOf(msOf(expiresAt)),
});

/** Most waivers one charter keeps: more of them would be a way of working, and belong into the policy. */
export const MAX_WAIVERS = 50;

export const grantWaiver = defineCommand<GrantWaiver, WaiverGranted>({
  type: 'grant-waiver',
  event: 'waiver-granted',
  room: 'reserve',
  subject: 'waivers',
  affects: ['waivers'],
  people: [],
  mayFollow: always,
  tells: (_event, { charter }) => answer(charter.dri?.accountId),
  says: terms,
  decide(charter, command, facts) {
    const forbidden = refuseWithoutRight('waive', charter, facts);
    if (forbidden) return refuse(forbidden);
    // Whoever answers for the item does not excuse it from its conditions.
    if (isDri(charter, facts)) return refuse({ code: 'waiver-for-oneself' });
    const lasts = compareInstants(command.expiresAt, facts.now);
    if (lasts <= 0) return refuse({ code: 'waiver-ends-in-past', field: 'expiresAt' });
    const longestDays = facts.policy?.waivers.longestDays ?? 0;
    if (lasts > longestDays * DAY_MS) {
      return refuse({ code: 'waiver-too-long', field: 'expiresAt', longestDays });
    }
    const inForce = charter.waivers.filter((waiver) => isInForce(waiver, facts.now)).length;
    if (inForce >= MAX_WAIVERS) return refuse({ code: 'too-many-waivers', limit: MAX_WAIVERS });
    return ok([
      {
        type: 'waiver-granted',
        ...stamp(facts),
        waiverId: `W${nextNumber(charter.waivers)}`,
        ...terms(command),
      },
    ]);
  },
  evolve: (charter, { type: _type, at, by, waiverId, ...waiver }) => ({
    ...charter,
    waivers: [...charter.waivers, { ...waiver, id: waiverId, grantedBy: by, grantedAt: at }],
  }),
});
