import { CHECKPOINTS, MODES, RULES } from '../domain/policy/rules';
import type { TransitionRule } from '../domain/policy/policy';
import type { WorkItemType } from '../domain/policy/scope';
import { array, isRecord, string, type Unverified } from '../platform/read';

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value);

function parsed(configuration: unknown): Unverified {
  if (typeof configuration !== 'string') return isRecord(configuration) ? configuration : {};
  try {
    const value: unknown = JSON.parse(configuration);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** Types by level or id; whatever else the list holds is left out. */
const typesIn = (value: unknown): readonly WorkItemType[] =>
  array(value)
    .filter(isRecord)
    .flatMap(({ level, id, name }): readonly WorkItemType[] => {
      if (typeof level === 'number') return [{ level }];
      return string(id) === '' ? [] : [{ id: string(id), name: string(name) || string(id) }];
    });

/**
 * A rule's configuration as Jira hands it to the validator: text or object, possibly written by hand over REST.
 * What cannot be read falls back to the strictest reading: both checkpoints asked, fail closed.
 */
export function readTransitionRule(configuration: unknown): TransitionRule {
  const raw = parsed(configuration);
  const checkpoint = oneOf(CHECKPOINTS, raw['checkpoint']);
  const mode = oneOf(MODES, raw['mode']);
  const savedMode = oneOf(MODES, raw['savedMode']);
  return {
    checkpoint: checkpoint ?? 'start',
    ...(!checkpoint && { unreadable: true }),
    ...(mode && { mode }),
    ...(savedMode && { savedMode }),
    ...(Array.isArray(raw['types']) && { types: typesIn(raw['types']) }),
    alsoBlock: array(raw['alsoBlock']).flatMap((rule) => oneOf(RULES, rule) ?? []),
    onOutage: oneOf(['closed', 'open'], raw['onOutage']) ?? 'closed',
  };
}
