import type { DebriefCause } from '../domain/charter/debrief/debrief';

/** Parts of the policy page that other pages lead to. */
const POLICY_PLACES = ['rules', 'clocks', 'ladder', 'intake'] as const;
export type PolicyPlace = (typeof POLICY_PLACES)[number];

/** A part of the policy page as the rest of its address: `at/clocks`. */
export const pathOfPlace = (place: PolicyPlace): string => `at/${place}`;

/** The part an address names; null where it names none. */
export function placeAt(path: string): PolicyPlace | null {
  const [start, name] = path.split('/').filter((part) => part !== '');
  return start === 'at' ? (POLICY_PLACES.find((place) => place === name) ?? null) : null;
}

/** Where the condition is set that made a broken promise reasonable. */
export const placeOfCause: Readonly<Record<DebriefCause, PolicyPlace>> = {
  'too-complex': 'rules',
  'unclear-handoff': 'ladder',
  'unrealistic-timing': 'clocks',
  'missing-input': 'intake',
};
