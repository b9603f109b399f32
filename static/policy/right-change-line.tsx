import type { RightChange } from '../../src/domain/access/rights';
import type { People } from '../ui/person';
import { useText } from '../ui/text';

/** Who gets or loses a right, in a sentence. */
export function RightChangeLine({ change, people }: { change: RightChange; people: People }) {
  const t = useText();
  const { right, to } = change;
  const may = to ? 'yes' : 'no';
  switch (change.kind) {
    case 'right-holder':
      return <>{t('policy.rightChange', { who: t(`policy.holder.${change.holder}`), right, may })}</>;
    case 'right-parties':
      return <>{t('policy.rightChangeParties', { right, may })}</>;
    case 'right-person': {
      const who = people[change.accountId]?.displayName ?? t('ui.unknownPerson');
      return <>{t('policy.rightChange', { who, right, may })}</>;
    }
    case 'right-named': {
      const who = t(`policy.rightNamed.${change.list}`, { name: change.named.name });
      return <>{t('policy.rightChange', { who, right, may })}</>;
    }
  }
}
