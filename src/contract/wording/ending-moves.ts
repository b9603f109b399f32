import { isUnsettled } from '../../domain/charter/agreement/agreement';
import type { Carried } from '../../domain/charter/agreement/carry';
import type { Settlement } from '../../domain/charter/agreement/settle';
import { wordDid } from './conflicts';
import { doer, type MoveFacts, type Of } from './move-facts';
import { onDay } from './notices';

/** What became of a promise, in a few words that go on after somebody's name. */
export const wordOutcome: Readonly<Record<Settlement, string>> = {
  delivered: 'counts your promise as kept',
  'not-needed': 'no longer needs your promise',
  moved: 'needs your promise elsewhere',
};

/** What is left open in finished work, for whoever says what became of it. */
export function wordFinished({ charter, name }: MoveFacts): readonly string[] {
  const open = charter.agreements.filter(isUnsettled);
  return [
    'It is done, and this is still open. Say of each what became of it: delivered, no longer needed, or still needed by other work.',
    ...open.map(({ deliverable, providerAccountId }) => `“${deliverable}”, from ${name(providerAccountId)}`),
  ];
}

export function wordSettled(facts: MoveFacts, { as }: { readonly as: Settlement }, what: string): string {
  const who = doer(facts);
  switch (as) {
    case 'delivered':
      return `The work is done, and ${who} counts ${what} as delivered. Your promise is kept.`;
    case 'not-needed':
      return `The work is done, and ${who} no longer needs ${what}. Nothing waits for you.`;
    case 'moved':
      return `The work is done, and ${who} still needs ${what} for other work. Nothing waits for you until its owner takes it on; then you hear of it.`;
  }
}

export function wordCarried(
  facts: MoveFacts,
  { providerAccountId, promised, neededBy }: Pick<Carried, 'providerAccountId' | 'promised' | 'neededBy'>,
  what: string,
): string {
  const from = facts.name(providerAccountId);
  const stand =
    promised === undefined
      ? `${from} was asked for it by ${onDay(neededBy, facts)}`
      : `${from} promised it for ${onDay(promised.committedBy, facts)}`;
  return `${doer(facts)} says that this work needs ${what}: ${stand}, for work that is done now. Take it on, or let it go.`;
}

/** That a step of which a mail told was a slip. */
export function wordUndone(
  facts: MoveFacts,
  { step }: Of<'agreement-step-undone' | 'owner-step-undone'>,
  what?: string,
): string {
  const about = what === undefined ? '' : ` (${what})`;
  return `It was a slip that ${doer(facts)} ${wordDid(step)}${about}. What held before holds again.`;
}
