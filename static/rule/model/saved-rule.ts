import { transitionRuleSchema } from '../../../src/contract/inputs-policy';
import { CHECKPOINTS, MODES, RULES, type Checkpoint } from '../../../src/domain/gate/rules';
import type { TransitionRule } from '../../../src/domain/policy/policy';

export interface SavedRule {
  readonly rule: TransitionRule;
  /** `new`: nothing was saved yet. `damaged`: something saved could not be read and was replaced. */
  readonly state: 'new' | 'saved' | 'damaged';
}

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value);

function parsed(configuration: unknown): unknown {
  if (typeof configuration !== 'string') return configuration;
  try {
    return JSON.parse(configuration);
  } catch {
    return configuration;
  }
}

/** Moves are checked as a finish where they enter Done; everything else starts work. */
export function suggestedCheckpoint(extension: Raw): Checkpoint {
  const transition = extension['transitionContext'];
  const to = isRecord(transition) ? transition['to'] : undefined;
  return isRecord(to) && to['statusCategory'] === 'DONE' ? 'finish' : 'start';
}

/**
 * The rule as Jira hands it to its page: absent for a new one, text or object for a saved one. Reads as the gate does:
 * what makes no sense falls back to the strictest reading that needs no configuration.
 */
export function savedRule(extension: Raw): SavedRule {
  const configuration = parsed(extension['validatorConfig']);
  if (configuration === undefined || configuration === null || configuration === '') {
    return {
      rule: { checkpoint: suggestedCheckpoint(extension), alsoBlock: [], onOutage: 'closed' },
      state: 'new',
    };
  }
  // Jira stores a cleared list as null, and keeps what else a client wrote.
  const raw: Raw = isRecord(configuration) ? configuration : {};
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
  const whole = transitionRuleSchema().safeParse(present);
  if (whole.success) return { rule: whole.data, state: 'saved' };
  const mode = oneOf(MODES, raw['mode']);
  const alsoBlock: readonly unknown[] = Array.isArray(raw['alsoBlock']) ? raw['alsoBlock'] : [];
  return {
    rule: {
      checkpoint: oneOf(CHECKPOINTS, raw['checkpoint']) ?? 'start',
      ...(mode && { mode }),
      alsoBlock: alsoBlock.flatMap((rule) => oneOf(RULES, rule) ?? []),
      onOutage: oneOf(['closed', 'open'], raw['onOutage']) ?? 'closed',
    },
    state: 'damaged',
  };
}

/**
 * The configuration as it is saved. This page does not learn which mode is in force: one saved earlier is no word about
 * now, and the gate takes the strictest where none is told.
 *
 * @throws Error where it does not fit the contract, which keeps Jira from saving it.
 */
export const toConfiguration = ({ savedMode: _earlier, ...rule }: TransitionRule): string =>
  JSON.stringify(transitionRuleSchema().parse({ ...rule, alsoBlock: [...rule.alsoBlock] }));
