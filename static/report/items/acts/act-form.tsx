import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { ReportAct } from '../../../../src/contract/report-acts';
import type { PersonFact } from '../../../../src/domain/values';
import { DatePicker } from '../../../ui/date-picker';
import { PersonPicker } from '../../../ui/person-picker';
import { useToday } from '../../../ui/surroundings';
import { useText } from '../../../ui/text';
import type { Action } from './act-on';

/** What an act means before it is done, with what it needs to know. */
export function ActForm({
  act,
  count,
  going,
  onGo,
  onLeave,
}: {
  act: ReportAct;
  count: number;
  /** How many are done while it goes on; null before. */
  going: number | null;
  onGo: (action: Action) => void;
  onLeave: () => void;
}) {
  const t = useText();
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  const [person, setPerson] = useState<PersonFact | null>(null);
  const [day, setDay] = useState('');
  useEffect(() => form.current?.focus(), []);

  const action = ((): Action | null => {
    if (act === 'remind') return { kind: 'remind' };
    if (act === 'vital') return { kind: 'vital', vital: true };
    if (act === 'review') return day === '' ? null : { kind: 'review', reviewOn: day };
    return person && { kind: 'nominate', accountId: person.accountId };
  })();
  const busy = going !== null;
  return (
    <form
      ref={form}
      tabIndex={-1}
      className="hf-tool hf-place"
      aria-label={t(`acts.${act}Title`, { count })}
      onSubmit={(event) => {
        event.preventDefault();
        if (action && !busy) onGo(action);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !busy) onLeave();
      }}
    >
      <Stack space="space.150">
        <p>
          <strong>{t(`acts.${act}Title`, { count })}</strong>
        </p>
        <p>{t(`acts.${act}Body`)}</p>
        {act === 'nominate' && (
          <PersonPicker
            label={t('acts.nominateWho')}
            value={person}
            onChange={setPerson}
            isRequired
            isDisabled={busy}
          />
        )}
        {act === 'review' && (
          <DatePicker
            label={t('acts.reviewOn')}
            value={day}
            onChange={setDay}
            min={today}
            isRequired
            isDisabled={busy}
          />
        )}
        <div className="hf-actions">
          <Button type="submit" appearance="primary" isDisabled={!action} isLoading={busy}>
            {t(`acts.${act}Go`, { count })}
          </Button>
          <Button appearance="subtle" isDisabled={busy} onClick={onLeave}>
            {t('acts.cancel')}
          </Button>
          {busy && <span className="hf-subtle">{t('acts.going', { done: going, count })}</span>}
        </div>
      </Stack>
    </form>
  );
}
