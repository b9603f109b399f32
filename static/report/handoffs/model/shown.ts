import {
  weaknessesOf,
  type HandoffCell,
  type HandoffMatrix,
} from '../../../../src/domain/report/handoffs/matrix';
import { sideKey, type Side } from '../../../../src/domain/team/side';

/** One handoff there is. */
export interface Pair {
  readonly name: string;
  readonly requester: Side;
  readonly provider: Side;
  readonly cell: HandoffCell;
}

/** The part of a matrix that a reader looks at: sides without a cell in it are left out. */
export interface Shown {
  readonly requesters: readonly Side[];
  readonly providers: readonly Side[];
  /** In the order of the lines, and in each of the columns. */
  readonly pairs: readonly Pair[];
}

export const nameOfPair = (requester: Side, provider: Side): string =>
  `${sideKey(requester)} → ${sideKey(provider)}`;

/** Every handoff, or those alone about which something is worth asking. */
export function shownOf(
  { requesters, providers, cell }: HandoffMatrix,
  { onlyWeak, expectedHours }: { readonly onlyWeak: boolean; readonly expectedHours: number | null },
): Shown {
  const pairs = requesters.flatMap((requester) =>
    providers.flatMap((provider): readonly Pair[] => {
      const found = cell(requester, provider);
      if (!found || (onlyWeak && weaknessesOf(found, expectedHours).length === 0)) return [];
      return [{ name: nameOfPair(requester, provider), requester, provider, cell: found }];
    }),
  );
  const within = (side: Side, of: 'requester' | 'provider'): boolean =>
    pairs.some((pair) => sideKey(pair[of]) === sideKey(side));
  return {
    requesters: requesters.filter((side) => within(side, 'requester')),
    providers: providers.filter((side) => within(side, 'provider')),
    pairs,
  };
}

/** The cell of a name: of a pair, or of everybody with one provider. It grows while pages come in. */
export function cellNamed(name: string, { requesters, providers, cell, ofProvider }: HandoffMatrix) {
  for (const provider of providers) {
    if (sideKey(provider) === name) return ofProvider(provider);
    const requester = requesters.find((side) => nameOfPair(side, provider) === name);
    if (requester) return cell(requester, provider);
  }
  return null;
}
