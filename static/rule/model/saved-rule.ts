import { transitionRuleSchema } from '../../../src/contract/inputs-policy';
import { CHECKPOINTS, MODES, RULES, type Checkpoint, type Mode } from '../../../src/domain/policy/rules';
import type { TransitionRule } from '../../../src/domain/policy/policy';

export interface SavedRule {
  readonly rule: TransitionRule;
  /** `new`: nothing was saved yet. `damaged`: something saved could not be read and was replaced. */
  readonly state: 'new' | 'saved' | 'damaged';
  /** What is saved names no checkpoint: until it does, the gate asks both, whatever `rule` suggests. */
  readonly asksBoth: boolean;
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

/** Id of the one project that the workflow belongs to; undefined where projects may share it. */
export function scopedProject(extension: Raw): string | undefined {
  const id = extension['scopedProjectId'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The types a damaged rule names, where they can be read on their own. */
function typesIn({ types }: Raw): Pick<TransitionRule, 'types'> {
  const read = transitionRuleSchema().safeParse({ checkpoint: 'start', types: types ?? undefined });
  return read.success && read.data.types ? { types: read.data.types } : {};
}

/**
 * The rule as Jira hands it to its page: absent for a new one, text or object for a saved one. Reads as the gate does:
 * what makes no sense falls back to the strictest reading, but for the checkpoint, which is suggested.
 */
export function savedRule(extension: Raw): SavedRule {
  const configuration = parsed(extension['validatorConfig']);
  if (configuration === undefined || configuration === null || configuration === '') {
    return {
      rule: { checkpoint: suggestedCheckpoint(extension), alsoBlock: [], onOutage: 'closed' },
      state: 'new',
      asksBoth: true,
    };
  }
  // Jira stores a cleared list as null, and keeps what else a client wrote.
  const raw: Raw = isRecord(configuration) ? configuration : {};
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
  const whole = transitionRuleSchema().safeParse(present);
  if (whole.success) return { rule: whole.data, state: 'saved', asksBoth: false };
  const checkpoint = oneOf(CHECKPOINTS, raw['checkpoint']);
  const mode = oneOf(MODES, raw['mode']);
  const savedMode = oneOf(MODES, raw['savedMode']);
  const alsoBlock: readonly unknown[] = Array.isArray(raw['alsoBlock']) ? raw['alsoBlock'] : [];
  return {
    rule: {
      checkpoint: checkpoint ?? suggestedCheckpoint(extension),
      ...(mode && { mode }),
      ...(savedMode && { savedMode }),
      ...typesIn(raw),
      alsoBlock: alsoBlock.flatMap((rule) => oneOf(RULES, rule) ?? []),
      onOutage: oneOf(['closed', 'open'], raw['onOutage']) ?? 'closed',
    },
    state: 'damaged',
    asksBoth: checkpoint === undefined,
  };
}

/**
 * The rule as it is saved, with the mode that is in force now. One saved earlier is no word about now: where it is not
 * known, none is saved, and the gate takes the strictest.
 */
export const savedUnder = (
  { savedMode: _earlier, ...rule }: TransitionRule,
  inForce: Mode | undefined,
): TransitionRule => (inForce === undefined ? rule : { ...rule, savedMode: inForce });

/**
 * The configuration as Jira keeps it.
 *
 * @throws Error where it does not fit the contract, which keeps Jira from saving it.
 */
export const toConfiguration = (rule: TransitionRule): string =>
  JSON.stringify(transitionRuleSchema().parse({ ...rule, alsoBlock: [...rule.alsoBlock] }));
