import { FormFrame } from '../../charter-form/form-frame';
import { useFormContext } from '../../charter-form/form-context';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { RadioField } from '../../ui/radio-field';
import { useText } from '../../ui/text';
import { Contradiction } from './contradiction';
import './check-in-form.css';
import { NeedsField } from './needs-field';
import { NextField } from './next-field';
import { answersOf, BLANK, isBlank, missingIn, NEXT_FIELDS, type Values } from './values';
import { WalkThrough } from './walk-through';

/** The three questions, never a status: on track, the biggest risk, what is needed from others. */
export function CheckInForm() {
  const t = useText();
  const { charter, consequence, checkIn } = useFormContext();
  const { walkThrough, intake } = checkIn;
  const walk = charter.agreements.filter(({ id }) => walkThrough.includes(id));
  const required = t('ui.errorRequired');

  const nextCheck = ({ onTrack, next, nextUntil, nextReason }: Values): Readonly<Record<string, string>> => {
    if (onTrack !== 'no') return {};
    if (next === '') return { next: required };
    const wants = NEXT_FIELDS[next];
    return {
      ...(wants.until === 'required' && nextUntil === '' && { nextUntil: required }),
      ...(wants.reason === 'required' && nextReason.trim() === '' && { nextReason: required }),
    };
  };

  const form = useCharterForm({
    call: 'checkin/submit',
    about: { kind: 'check-ins' },
    draft: 'check-in',
    blank: BLANK,
    answers: (values) => answersOf(values, walkThrough),
    check: (values) => ({
      ...nextCheck(values),
      ...(values.needs.some((need) => missingIn(need, intake).length > 0) && {
        needs: t('follow.needIncomplete'),
      }),
      ...(walk.some(({ id }) => values.reviewed[id] === undefined) && {
        reviewed: t('follow.walkThroughMissing'),
      }),
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
      {onTrack === 'no' && (
        <NextField
          choice={form.field('next')}
          until={form.field('nextUntil')}
          reason={form.field('nextReason')}
        />
      )}
      <NeedsField
        needs={needs}
        intake={intake}
        onChange={(next) => form.set('needs', next)}
        error={form.errorOf('needs')}
      />
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
