import { HOLDFAST_ACTOR } from '../../ids';
import type { Instant } from '../../time/time';
import type { Facts } from '../facts';

export type Noticed = Pick<Facts, 'now' | 'actor'>;

/** Facts of what no person does: Holdfast notices it in Jira. */
export const noticed = (now: Instant): Noticed => ({
  now,
  actor: { accountId: HOLDFAST_ACTOR, canEdit: false },
});
