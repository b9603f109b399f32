import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { AbsencesAnswer } from '../../src/contract/answers';
import { dayText } from '../../src/contract/texts/dates';
import type { People } from '../ui/person';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';

/** Who is away, from when to when, and who stands in. */
export function AwayList({
  away,
  people,
  onEnd,
}: {
  away: AbsencesAnswer['away'];
  people: People;
  onEnd: (accountId: string) => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const nameOf = (accountId: string) => people[accountId]?.displayName ?? t('ui.unknownPerson');
  return (
    <Stack as="ul" role="list" space="space.100">
      {away.map(({ accountId, from, to, standIn }) => (
        <li key={accountId}>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <span>
              {t('people.awayLine', {
                person: nameOf(accountId),
                from: dayText(from, today, locale),
                to: dayText(to, today, locale),
                standIn:
                  standIn === null
                    ? t('people.standInNobody')
                    : t('people.standInNamed', { person: nameOf(standIn) }),
              })}
            </span>
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={t('people.awayEndNamed', { person: nameOf(accountId) })}
              onClick={() => onEnd(accountId)}
            >
              {t('people.awayEnd')}
            </Button>
          </Inline>
        </li>
      ))}
    </Stack>
  );
}
