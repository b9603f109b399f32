import type { CharterCommand } from '../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { asked, owner } from '../events';
import { COO, OPS, PLATFORM } from '../people';
import { NOW } from '../charter-spec';

export type Payload = Readonly<Record<string, unknown>>;

/** How a call is given, and for each field two inputs that differ in it alone. */
export interface Scene {
  readonly command: CharterCommand['type'];
  readonly given: readonly CharterEvent[];
  readonly by: string;
  readonly fields: Readonly<Record<string, readonly [Payload, Payload]>>;
}

export const both = (
  base: Payload,
  field: string,
  one: unknown,
  other: unknown,
): readonly [Payload, Payload] => [
  { ...base, [field]: one },
  { ...base, [field]: other },
];

/** Two texts in each of these fields. */
export const words = (base: Payload, ...fields: readonly string[]): Scene['fields'] =>
  Object.fromEntries(fields.map((field) => [field, both(base, field, 'This', 'Something else')]));

export const two = [...owner(COO), asked('A1'), asked('A2', { deliverable: 'A contract' })];
export const A1 = { agreementId: 'A1' };
export const needs = (one: Payload, other: Payload): readonly [Payload, Payload] => [
  { onTrack: true, biggestRisk: 'The vendor', needs: [one] },
  { onTrack: true, biggestRisk: 'The vendor', needs: [other] },
];
// Of today: whoever is needed is told, unless somebody has asked them since.
export const stated: CharterEvent = {
  type: 'check-in-submitted',
  at: NOW,
  by: COO,
  onTrack: true,
  biggestRisk: 'The vendor',
  needs: [
    { id: 'N1.1', accountId: PLATFORM, what: 'Test data' },
    { id: 'N1.2', accountId: OPS, what: 'A date' },
  ],
  reviewed: [],
};
