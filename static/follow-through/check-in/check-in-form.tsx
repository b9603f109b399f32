import { toWalkThrough } from '../../../src/domain/charter/check-in/check-ins';
import type { PersonFact } from '../../../src/domain/values';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { RadioField } from '../../ui/radio-field';
import { useText } from '../../ui/text';
import { useFormContext } from '../../charter-form/form-context';
import { Contradiction } from './contradiction';
import './check-in-form.css';
import { NeedsField } from './needs-field';
import { WalkThrough } from './walk-through';

/** A need while it is typed. */
export interface TypedNeed {
  readonly person: PersonFact | null;
  readonly what: string;
}

interface Values {
  readonly onTrack: 'yes' | 'no' | '';
  readonly biggestRisk: string;
  readonly needs: readonly TypedNeed[];
  readonly decision: string;
  readonly reviewed: readonly string[];
}

const isBlank = ({ person, what }: TypedNeed): boolean => person === null && what.trim() === '';
const isHalf = (need: TypedNeed): boolean =>
  !isBlank(need) && (need.person === null || need.what.trim() === '');

/** The three questions, never a status: on track, the biggest risk, what is needed from others. */
export function CheckInForm() {
  const t = useText();
  const { charter, consequence } = useFormContext();
  const walk = toWalkThrough(charter);
  const form = useCharterForm({
    call: 'checkin/submit',
    about: { kind: 'check-ins' },
    draft: 'check-in',
    blank: { onTrack: '', biggestRisk: '', needs: [], decision: '', reviewed: [] } as Values,
    answers: ({ onTrack, biggestRisk, needs, decision, reviewed }) => ({
      onTrack: onTrack === '' ? undefined : onTrack === 'yes',
      biggestRisk,
      needs: needs
        .filter((need) => !isBlank(need))
        .map(({ person, what }) => ({ accountId: person?.accountId ?? '', what })),
      ...(decision.trim() !== '' && { decision }),
      ...(walk.length > 0 && { reviewed: walk.map(({ id }) => id).filter((id) => reviewed.includes(id)) }),
    }),
    check: ({ needs, reviewed }) => ({
      ...(needs.some(isHalf) && { needs: t('follow.needIncomplete') }),
      ...(walk.some(({ id }) => !reviewed.includes(id)) && { reviewed: t('follow.walkThroughMissing') }),
    }),
    said: ({ needs }) => t(needs.every(isBlank) ? 'follow.saidCheckedIn' : 'follow.saidCheckedInNeeds'),
  });
  const { onTrack, needs, reviewed } = form.values;
  return (
    <FormFrame
      title={t('follow.checkInTitle')}
      submit={t('follow.checkIn')}
      form={form}
      consequence={consequence(
        onTrack === ''
          ? null
          : { type: 'submit-check-in', onTrack: onTrack === 'yes', biggestRisk: '-', needs: [] },
      )}
    >
      <div className="hf-group">
        <RadioField
          legend={t('follow.onTrack')}
          name="on-track"
          {...form.field('onTrack')}
          options={[
            { value: 'yes', label: t('follow.yes'), help: t('follow.yesHelp') },
            { value: 'no', label: t('follow.no'), help: t('follow.noHelp') },
          ]}
        />
        {/* There from the start, so that what appears in it is spoken. */}
        <div aria-live="polite">{onTrack === 'yes' && <Contradiction />}</div>
      </div>
      <TextArea
        label={t('follow.biggestRisk')}
        help={t('follow.biggestRiskHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('biggestRisk')}
      />
      <NeedsField needs={needs} onChange={(next) => form.set('needs', next)} error={form.errorOf('needs')} />
      {walk.length > 0 && (
        <WalkThrough
          agreements={walk}
          reviewed={reviewed}
          onChange={(next) => form.set('reviewed', next)}
          error={form.errorOf('reviewed')}
        />
      )}
      <TextArea
        label={t('follow.decision')}
        help={t('follow.decisionHelp')}
        maxLength={LIMITS.text}
        {...form.field('decision')}
      />
    </FormFrame>
  );
}
