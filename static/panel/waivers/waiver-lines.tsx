import Button from '@atlaskit/button/default/button';
import { counts, type Waiver } from '../../../src/domain/charter/charter';
import { localDate } from '../../../src/domain/time/local-date';
import { dayText } from '../../../src/contract/texts/dates';
import { relativeDayText } from '../../../src/contract/texts/relative-dates';
import { StateWord } from '../../ui/state-word';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { mayDo } from '../model/offers';
import { waiversInForce } from '../model/waivers';

/** What is let pass now: by whom, until when, why; and the way to end it. */
export function WaiverLines() {
  const t = useText();
  const { answer } = usePanel();
  const waivers = waiversInForce(answer);
  if (waivers.length === 0) return null;
  return (
    <ul className="hf-waivers" aria-label={t('waiver.listLabel')}>
      {waivers.map((waiver) => (
        <WaiverLine key={waiver.id} waiver={waiver} />
      ))}
    </ul>
  );
}

function WaiverLine({ waiver }: { waiver: Waiver }) {
  const t = useText();
  const { answer, nameOf, open, form } = usePanel();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const lastDay = localDate(waiver.expiresAt, timeZone);
  const offer = { kind: 'end-waiver', waiverId: waiver.id } as const;
  const rules = waiver.rules.map((rule) => t(`report.rule.${rule}`));
  const isCounted = counts(waiver, answer.charter, answer.now);
  const isOpen = form?.kind === 'end-waiver' && form.waiverId === waiver.id;
  return (
    <li className="hf-waiver">
      <div className="hf-finding-words">
        <div>
          <StateWord tone={isCounted ? 'attention' : 'quiet'}>
            {t(isCounted ? 'waiver.stateWaived' : 'waiver.stateNotCounted')}
          </StateWord>{' '}
          <Text
            id="waiver.line"
            values={{
              rules: rules.join(', '),
              person: nameOf(waiver.grantedBy),
              date: <b>{dayText(lastDay, today, locale)}</b>,
              when: relativeDayText(lastDay, today, locale),
            }}
          />
        </div>
        {!isCounted && <p>{t('waiver.ownGrantor', { person: nameOf(waiver.grantedBy) })}</p>}
        <blockquote className="hf-quote">{waiver.reason}</blockquote>
      </div>
      {!isOpen && mayDo(answer, offer) && (
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={`${t('waiver.end')}: ${rules.join(', ')}`}
          onClick={() => open(offer)}
        >
          {t('waiver.end')}
        </Button>
      )}
    </li>
  );
}
