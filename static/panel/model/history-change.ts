/** What an entry replaced: days, people, or words. */
export interface Change {
  readonly kind: 'date' | 'person' | 'text';
  readonly from: string;
  readonly to: string;
}

/** From what to what; undefined where nothing took anything's place. */
export const change = (
  kind: Change['kind'],
  from: string | undefined,
  to: string | undefined,
): Change | undefined =>
  from === undefined || to === undefined || from === to ? undefined : { kind, from, to };
