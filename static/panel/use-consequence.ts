import type { CharterCommand } from '../../src/domain/charter/commands';
import type { Checkpoint } from '../../src/domain/policy/rules';
import type { PersonFact } from '../../src/domain/values';
import { useText, type PlainTextId, type Translate } from '../ui/text';
import { usePanel } from './panel-context';
import { consequenceOf, type Effect } from './model/consequence';
import { someDay, stepCommand } from '../agreement-forms/model/agreement-steps';
import { useStepMeaning } from '../agreement-forms/use-step-meaning';
import type { Offer } from './model/offers';

export const checkpointText: Readonly<Record<Checkpoint, PlainTextId>> = {
  start: 'panel.start',
  finish: 'panel.finish',
};

function effectText(
  effect: Effect,
  checkpoint: string,
  nameOf: (id: string) => string,
  t: Translate,
): string | null {
  switch (effect.kind) {
    case 'unblocks':
      return t('panel.effectUnblocks', { checkpoint });
    case 'blocks':
      return t('panel.effectBlocks', { checkpoint });
    case 'leaves':
      return t('panel.effectLeaves', { checkpoint, count: effect.blocking });
    case 'waits-for':
      return t(effect.answer === 'accept' ? 'panel.effectWaitsAccept' : 'panel.effectWaitsAcknowledge', {
        checkpoint,
        person: nameOf(effect.accountId),
      });
    case 'none':
      return null;
  }
}

/** What a command does to the chosen checkpoint, in words; null where it changes nothing there or is refused. */
export function useConsequence(): (
  command: CharterCommand | null,
  person?: PersonFact | null,
) => string | null {
  const t = useText();
  const { answer, checkpoint, nameOf } = usePanel();
  return (command, person) => {
    if (!command) return null;
    const consequence = consequenceOf(answer, command, checkpoint, person);
    if (!consequence.ok) return null;
    const name = (id: string) => (person?.accountId === id ? person.displayName : nameOf(id));
    return effectText(consequence.effect, t(checkpointText[checkpoint]), name, t);
  };
}

/** The consequence of a one-click offer, told under its button: what it says, and what that frees. */
export function useOfferConsequence(offer: Offer | undefined): string | null {
  const t = useText();
  const { answer, nameOf } = usePanel();
  const consequence = useConsequence();
  const meaningOf = useStepMeaning();
  if (!offer) return null;
  const told = (meaning: string | null, command: CharterCommand) =>
    [meaning, consequence(command)].filter((part) => part !== null).join(' · ') || null;
  switch (offer.kind) {
    case 'accept-nomination':
      return told(t('panel.meansOwning'), { type: 'accept-dri' });
    case 'nominate-now': {
      const meaning = t('panel.meansAsking', { person: nameOf(offer.accountId) });
      return told(meaning, { type: 'nominate-dri', accountId: offer.accountId });
    }
    default: {
      if (!('agreementId' in offer)) return null;
      const agreement = answer.charter.agreements.find(({ id }) => id === offer.agreementId);
      const meaning = meaningOf(offer.kind, agreement);
      return meaning === null ? null : told(meaning, stepCommand(offer, someDay(answer.now)));
    }
  }
}
