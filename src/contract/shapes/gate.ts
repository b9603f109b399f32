import * as z from 'zod/mini';
import { CHECKPOINTS, MODES } from '../../domain/policy/rules';
import { findingView } from '../outputs-finding';
import { brakeOn } from './policy';
import { account, instant, list, maybe } from './schema-of';

const verdict = z.enum(['pass', 'warn', 'block']);

/** A finding let pass: by whom, until when. */
const waivedView = z.extend(findingView, { waiverId: z.string(), waivedBy: account, until: instant });

export const gateView = z.strictObject({
  checkpoint: z.enum(CHECKPOINTS),
  mode: z.enum(MODES),
  verdict,
  /** The verdict if the policy enforced. */
  strictVerdict: verdict,
  /** The version of the policy that made the findings. */
  policyVersion: z.int(),
  /** Where that policy was decided; absent for what Holdfast ships with. */
  policyOf: maybe(z.enum(['site', 'project'])),
  /** Why it observes for now, whatever was decided. */
  brake: maybe(brakeOn),
  findings: list(findingView),
  /** The item above whose gate this one follows, and whose findings these are: told by their rules alone. */
  ofAncestor: maybe(z.string()),
  /** What a waiver in force lets pass. */
  waived: list(waivedView),
  /**
   * Whether a transition's rule is alive at each border of the project: it was asked there since the last item that crossed
   * it unasked. Until then nothing is stopped, whatever the mode. Absent where nobody looked, and for an item above.
   */
  attached: maybe(z.strictObject({ start: z.boolean(), finish: z.boolean() })),
});

/**
 * Why a verdict is not known. `app-may-not-see`: Jira does not show the item to Holdfast. `people-not-read`: Jira did not
 * say who still is there.
 */
export const gateUnknown = z.enum(['app-may-not-see', 'people-not-read']);
