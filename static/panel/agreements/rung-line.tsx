import type { RungReached } from '../../../src/domain/clocks/rungs';
import { MomentText } from '../../ui/date-text';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { useDesk } from '../desk';

/** Whom the ladder has told last, by name, and since when it stands there. */
export function RungLine({ rung }: { rung: RungReached | null }) {
  const t = useText();
  const { locale } = useSurroundings();
  const { people } = useDesk().answer;
  if (!rung || rung.told.length === 0) return null;
  const named = rung.told.map(({ accountId, audience }) => {
    const person = accountId === null ? undefined : people[accountId]?.displayName;
    if (audience === 'sponsor') return t('panel.rungSponsor', { person: person ?? t('ui.unknownPerson') });
    if (audience !== 'programme-lead') return person ?? t('ui.unknownPerson');
    return person === undefined ? t('panel.rungProjectLead') : t('panel.rungLead', { person });
  });
  return (
    <div className="hf-subtle hf-small">
      <Text
        id="panel.rungTold"
        values={{ whom: new Intl.ListFormat(locale).format(named), when: <MomentText at={rung.at} /> }}
      />
    </div>
  );
}
