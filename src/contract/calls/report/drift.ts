import * as z from 'zod/mini';
import { cursor, once } from '../../input-parts';
import { indicatorsAnswer, policyChange } from '../../shapes/indicators';
import { policy } from '../../shapes/policy';
import { list, maybe } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

/**
 * What some pages of the items the viewer may see, open and finished, say about the weeks that are judged. All answers of a run put
 * together (`addPage`) say what changed (`driftIn`).
 */
export const output = () =>
  z.extend(z.omit(indicatorsAnswer, { turns: true }), {
    /** On the first page only. */
    project: maybe(
      z.strictObject({
        policy,
        /** Weeks in which the policy changed, oldest first. */
        turns: list(policyChange),
        /** The viewer administers the project, and may take up a reinforcement. */
        mayChange: z.boolean(),
      }),
    ),
  });

/** Which handoffs loosen. */
export const reportDrift = defineCall<typeof output>()({
  key: 'report/drift',
  input: once(() => z.strictObject({ cursor: cursor() })),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
  onDashboard: true,
});
