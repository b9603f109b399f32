import { peopleInHistory, peopleOf } from '../../domain/charter/people';
import type { AccountId } from '../../domain/values';
import type { StoredCharter } from './ports';

/** Everybody whom an answer about a charter may name: its own people, its history's, and whoever the last step tells. */
export const spokenOf = (
  { charter, history }: StoredCharter,
  programmeLead: AccountId | null,
): readonly AccountId[] => [
  ...new Set([
    ...peopleOf(charter),
    ...peopleInHistory(history),
    ...(programmeLead === null ? [] : [programmeLead]),
  ]),
];
