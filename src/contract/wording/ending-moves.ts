import { isUnsettled } from '../../domain/charter/agreement/agreement';
import type { Carried } from '../../domain/charter/agreement/carry';
import { wordDid } from './conflicts';
import { doer, quoted, say, yesOrNo, type MoveFacts, type Of } from './move-facts';
import { onDay } from './notices';

/** What is left open in finished work, for whoever says what became of it. */
export const wordFinished = ({ charter, name }: MoveFacts): readonly string[] => [
  say('finished.open'),
  ...charter.agreements
    .filter(isUnsettled)
    .map(({ deliverable, providerAccountId }) =>
      say('finished.line', { what: quoted(deliverable), person: name(providerAccountId) }),
    ),
];

export const wordCarried = (
  facts: MoveFacts,
  { providerAccountId, promised, neededBy }: Pick<Carried, 'providerAccountId' | 'promised' | 'neededBy'>,
  what: string,
): string =>
  say('step.agreement-carried', {
    who: doer(facts),
    what,
    provider: facts.name(providerAccountId),
    promised: yesOrNo(promised !== undefined),
    date: onDay(promised?.committedBy ?? neededBy, facts),
  });

/** That a step of which a mail told was a slip. */
export const wordUndone = (
  facts: MoveFacts,
  { step }: Of<'agreement-step-undone' | 'owner-step-undone'>,
  what?: string,
): string =>
  say('step.undone', {
    who: doer(facts),
    did: wordDid(step),
    about: what === undefined ? '' : say('step.about', { what }),
  });
