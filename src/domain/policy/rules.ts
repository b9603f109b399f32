/** Every rule the gate knows, most unblocking first: the order in which findings are told. */
export const RULES = [
  'owner.missing',
  'owner.shared',
  'owner.not-a-person',
  'owner.inactive',
  'owner.not-accepted',
  'dependency.unmapped',
  'agreement.declined',
  'agreement.countered',
  'agreement.provider-inactive',
  'agreement.unacknowledged',
  'agreement.self-dealt',
  'agreement.overdue',
  'agreement.unconfirmed',
  'agreement.rests-on-unacknowledged',
  'agreement.open',
  'dependencies.undeclared',
  'dependencies.too-few',
  'authority.missing',
  'authority.expired',
  'brief.incomplete',
  'checkin.contradicted',
  'checkin.off-track',
  'decision.overdue',
  'escalation.unanswered',
  'checkin.stale',
] as const;

export type RuleId = (typeof RULES)[number];

export const SEVERITIES = ['off', 'warn', 'block'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CHECKPOINTS = ['start', 'finish'] as const;
/** `start`: leaving To Do. `finish`: entering Done. */
export type Checkpoint = (typeof CHECKPOINTS)[number];

/** In order of strictness. `observe` records, `coach` warns, `enforce` blocks. */
export const MODES = ['observe', 'coach', 'enforce'] as const;
export type Mode = (typeof MODES)[number];
