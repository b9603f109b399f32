import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import type { People } from '../ui/person';
import { useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';
import { weekdayName } from '../ui/weekday';
import { answersForText, type Draft } from './model/team-csv';

/** One team in three lines: who it is, who takes requests, and when it works. */
export function TeamCard({
  team,
  people,
  taker,
  onEdit,
  onRemove,
}: {
  team: Draft;
  people: People;
  taker: string | null;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const { name, members, calendar, answersFor } = team;
  const who = taker === null ? undefined : people[taker]?.displayName;
  const facts = [
    t('people.countMembers', { count: members.length }),
    who === undefined ? t('people.takesNobody') : t('people.takerNow', { person: who }),
    calendar === null
      ? t('people.policyHours')
      : t('people.ownHours', {
          days: calendar.workdays.map((day) => weekdayName(day, locale, 'short')).join(' '),
          from: calendar.from,
          to: calendar.to,
          zone: calendar.timeZone,
        }),
    ...answersForText(answersFor),
  ];
  return (
    <Inline space="space.200" rowSpace="space.050" spread="space-between" alignBlock="start" shouldWrap>
      <div>
        <h3 className="hf-team-name">{name}</h3>
        <p className="hf-subtle">{facts.join(' · ')}</p>
      </div>
      <Inline space="space.050">
        <Button spacing="compact" aria-label={t('people.editNamed', { team: name })} onClick={onEdit}>
          {t('people.edit')}
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={t('people.removeTeamNamed', { team: name })}
          onClick={onRemove}
        >
          {t('people.removeTeam')}
        </Button>
      </Inline>
    </Inline>
  );
}
