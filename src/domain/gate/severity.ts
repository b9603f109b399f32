export const SEVERITIES = ['off', 'warn', 'block'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CHECKPOINTS = ['start', 'finish'] as const;
/** `start`: leaving To Do. `finish`: entering Done. */
export type Checkpoint = (typeof CHECKPOINTS)[number];

/** In order of strictness. `observe` records, `coach` warns, `enforce` blocks. */
export const MODES = ['observe', 'coach', 'enforce'] as const;
export type Mode = (typeof MODES)[number];

/** The milder of two modes. */
export const mildest = (a: Mode, b: Mode): Mode => (MODES.indexOf(a) <= MODES.indexOf(b) ? a : b);
