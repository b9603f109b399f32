import * as z from 'zod/mini';
import type { PolicyVersion } from '../../domain/policy/policy';
import { people } from './people';
import { brakeOn, lostParts, policy, waitingLink, workItemType } from './policy';
import { account, instant, list, maybe, ok, schemaOf } from './schema-of';

/** The policy of a project or of the site. */
export const policyAnswer = z.strictObject({
  ok,
  policy,
  /** What holds where this owner decides nothing: the site's policy, or what Holdfast ships with. */
  above: policy,
  /** True where the project follows the site's policy, or the site what Holdfast ships with. */
  inherited: z.boolean(),
  /** What the policy names that Jira no longer has. The gate goes on with the rest. */
  unknown: z.strictObject({
    types: list(workItemType),
    ...lostParts,
  }),
  /** The links that count as waiting as long as nobody chose: those whose words say so, or once did. */
  byWords: list(waitingLink),
  /** Everything observes for now, in this project or on the whole site, whatever the policy says. */
  brake: maybe(brakeOn),
  /**
   * Whether a transition's rule is alive at each border of the project: it was asked there since the last item that crossed
   * it unasked. Absent for the site.
   */
  attached: maybe(z.strictObject({ start: z.boolean(), finish: z.boolean() })),
  /** People the policy and the brake name. */
  people,
  now: instant,
});

const policyVersion = schemaOf<PolicyVersion>()(
  z.strictObject({
    version: z.int(),
    savedAt: instant,
    savedBy: account,
    policy: z.nullable(policy),
  }),
);

export const policyVersionsAnswer = z.strictObject({
  ok,
  /** Newest first. */
  versions: list(policyVersion),
  people,
});
