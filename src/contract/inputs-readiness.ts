import * as z from 'zod/mini';
import { CHECKPOINTS, RULES } from '../domain/policy/rules';
import { INDICATORS } from '../domain/report/indicators/indicators';
import { AT_MOST, DECISIONS } from '../domain/readiness/programme';
import { LIMITS, once, text } from './input-parts';

/** The version that was read, so that two administrators cannot overwrite each other. */
const version = once(() => z.int().check(z.gte(0)));

const few = <T extends z.ZodMiniType>(of: T) =>
  z.array(of).check(z.minLength(1, 'required'), z.maxLength(AT_MOST, 'too-many'));

/** The calls of the readiness programme. */
export const readinessInputs = {
  'readiness/get': once(() => z.strictObject({})),
  'readiness/start': once(() => z.strictObject({ version: version() })),
  'readiness/choose': once(() =>
    z.strictObject({
      version: version(),
      behaviours: few(z.strictObject({ rule: z.enum(RULES), checkpoint: z.enum(CHECKPOINTS) })),
    }),
  ),
  'readiness/watch': once(() => z.strictObject({ version: version(), indicators: few(z.enum(INDICATORS)) })),
  /** `change` names one of the changes of that policy version, as the policy page's address does: `try/hours/72`. */
  'readiness/reinforce': once(() =>
    z.strictObject({
      version: version(),
      policyVersion: z.int().check(z.gte(1)),
      change: text(LIMITS.name),
    }),
  ),
  'readiness/decide': once(() =>
    z.strictObject({ version: version(), choice: z.enum(DECISIONS), reason: text(LIMITS.text) }),
  ),
} as const;
