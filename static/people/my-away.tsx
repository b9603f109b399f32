import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { dayText } from '../../src/contract/texts/dates';
import type { AwayAnswer } from '../../src/contract/answers';
import type { IsoDate } from '../../src/domain/values';
import { call } from '../ui/call';
import { Section } from '../ui/choices';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { AwayForm } from './away-form';
import './people.css';
import './texts';

/** When the reader is away, and for whom they answer: beneath what waits for them. */
export function MyAway({ onChanged }: { onChanged: () => void }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const [known, setKnown] = useState<AwayAnswer | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // Without an answer the page is whole all the same.
    void call('away/get', {}).then((answer) => answer.ok && setKnown(answer));
  }, []);
  if (!known?.on) return null;
  const { mine, standsInFor, people } = known;
  const day = (date: IsoDate) => dayText(date, today, locale);
  const nameOf = (accountId: string) => people[accountId]?.displayName ?? t('ui.unknownPerson');
  const end = async () => {
    const answer = await call('away/end', {});
    if (!answer.ok) return;
    setKnown(answer);
    onChanged();
  };
  return (
    <Section id="hf-my-away" title={t('people.myAway')}>
      {standsInFor.map(({ accountId, to }) => (
        <div key={accountId}>
          <p className="hf-medium">
            {to === undefined
              ? t('people.standsInForUndated', { person: nameOf(accountId) })
              : t('people.standsInFor', { person: nameOf(accountId), day: day(to) })}
          </p>
          <p className="hf-subtle">{t('people.standsInBody')}</p>
        </div>
      ))}
      {open ? (
        <AwayForm
          onSaved={(answer) => {
            setKnown(answer);
            setOpen(false);
            onChanged();
          }}
          onCancel={() => setOpen(false)}
        />
      ) : mine ? (
        <Stack space="space.100">
          <p>
            <span className="hf-medium">
              {t('people.myAwayIs', { from: day(mine.from), to: day(mine.to) })}
            </span>
            {'. '}
            {mine.standIn === null
              ? t('people.standInNobody')
              : t('people.standInNamed', { person: nameOf(mine.standIn) })}
          </p>
          <Inline space="space.100">
            <Button spacing="compact" onClick={() => setOpen(true)}>
              {t('people.myAwayChange')}
            </Button>
            <Button spacing="compact" appearance="subtle" onClick={() => void end()}>
              {t('people.myAwayEnd')}
            </Button>
          </Inline>
        </Stack>
      ) : (
        <Stack space="space.100">
          <p className="hf-subtle">{t('people.myAwayAskBody')}</p>
          <div>
            <Button spacing="compact" onClick={() => setOpen(true)}>
              {t('people.myAwayOpen')}
            </Button>
          </div>
        </Stack>
      )}
    </Section>
  );
}
