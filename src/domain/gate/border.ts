import { isBefore, type Instant } from '../time/time';
import type { TransitionRule } from '../policy/policy';
import type { Checkpoint } from './severity';

/** What is known of one border of a project: whether the last item that met it, or crossed it, had its rule asked. */
export interface Border {
  readonly asked: boolean;
  readonly at: Instant;
  /** The rule that was asked last, and when; absent where none ever was. */
  readonly rule?: { readonly as: TransitionRule; readonly at: Instant } | undefined;
}

/** The borders of one project, believed by its id: a key can come back with another project behind it. */
export interface Borders {
  readonly projectId: string;
  readonly start?: Border | undefined;
  readonly finish?: Border | undefined;
}

/** Whether a rule is alive at each border: it was asked there since the last item under policy that crossed it unasked. */
export const attached = (borders: Borders | undefined): Readonly<Record<Checkpoint, boolean>> => ({
  start: borders?.start?.asked ?? false,
  finish: borders?.finish?.asked ?? false,
});

/** One item under policy that met a border, or crossed it. */
export interface Met {
  readonly projectId: string;
  readonly checkpoint: Checkpoint;
  readonly at: Instant;
  /** The rule that was asked; absent where none was. */
  readonly rule?: TransitionRule | undefined;
}

/** The borders after one more item met one of them; the same object where nothing new is known by it. */
export function afterMeeting(borders: Borders | undefined, met: Met): Borders {
  const known = borders?.projectId === met.projectId ? borders : { projectId: met.projectId };
  const before = known[met.checkpoint];
  // Of one moment, what is told later counts.
  const isLatest = !before || !isBefore(met.at, before.at);
  const isLatestRule = met.rule !== undefined && (!before?.rule || !isBefore(met.at, before.rule.at));
  if (!isLatest && !isLatestRule) return known;
  const rule = met.rule && isLatestRule ? { as: met.rule, at: met.at } : before?.rule;
  return {
    ...known,
    [met.checkpoint]: {
      asked: isLatest ? met.rule !== undefined : before.asked,
      at: isLatest ? met.at : before.at,
      ...(rule && { rule }),
    },
  };
}

/** The rule that was last asked at a border by a moment; undefined where none was, or where it was asked again since. */
export function ruleAt(
  borders: Borders | undefined,
  checkpoint: Checkpoint,
  at: Instant,
): TransitionRule | undefined {
  const rule = borders?.[checkpoint]?.rule;
  return rule && !isBefore(at, rule.at) ? rule.as : undefined;
}
