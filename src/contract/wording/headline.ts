import { texts } from '../../../texts/compiled/en/moves';
import type { PlainId } from '../texts/message';
import { say, yesOrNo, type MoveFacts, type Of } from './move-facts';

/** What a check-in needs of whoever reads of it; whoever stands behind the owner hears of the rest. */
export const needsOf = ({ reader }: MoveFacts, event: Of<'check-in-submitted'>): readonly string[] =>
  event.needs.filter(({ accountId }) => accountId === reader).map(({ what }) => what);

type Headline = Extract<PlainId<typeof texts>, `headline.${string}`>;

/** Whether an event has a headline; those that say one thing or another are chosen before. */
const isHeadline = (id: string): id is Headline => Object.hasOwn(texts, id);

/** What happened, in a few words that go on after somebody's name. */
export function headline(facts: MoveFacts): string {
  const { event } = facts.prompt;
  switch (event.type) {
    case 'dri-declined': {
      const handedBack = facts.charter.declinedNomination?.handedBack === true;
      return say('headline.dri-declined', { handedBack: yesOrNo(handedBack) });
    }
    case 'agreement-reassigned':
    case 'provider-replaced':
      return say(`headline.${event.type}`, { toReader: yesOrNo(event.providerAccountId === facts.reader) });
    case 'escalation-redirected':
      return say('headline.escalation-redirected', { toReader: yesOrNo(event.toAccountId === facts.reader) });
    case 'renegotiation-answered':
      return say('headline.renegotiation-answered', { accepted: yesOrNo(event.accepted) });
    case 'agreement-linked':
      return say('headline.agreement-linked', { how: event.answers ?? 'proposed' });
    case 'agreement-settled':
      return say('headline.agreement-settled', { as: event.as });
    case 'check-in-submitted':
      return say('headline.check-in-submitted', { needed: yesOrNo(needsOf(facts, event).length > 0) });
    default: {
      const id = `headline.${event.type}`;
      return say(isHeadline(id) ? id : 'headline.other');
    }
  }
}
