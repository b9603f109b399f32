import { localDate } from '../../../src/domain/time/local-date';
import type { ReviewChoice } from '../../../src/domain/charter/review/review';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { LIMITS, withoutBlanks } from '../../ui/check-input';
import { DateField, TextArea } from '../../ui/fields';
import { useText, type PlainTextId } from '../../ui/text';
import { useFormContext } from '../../charter-form/form-context';

const words: Readonly<
  Record<
    ReviewChoice,
    { readonly verb: PlainTextId; readonly title: PlainTextId; readonly help: PlainTextId }
  >
> = {
  recommit: { verb: 'follow.recommit', title: 'follow.recommitTitle', help: 'follow.recommitHelp' },
  're-date': { verb: 'follow.redate', title: 'follow.redateTitle', help: 'follow.redateHelp' },
  release: { verb: 'follow.release', title: 'follow.releaseTitle', help: 'follow.releaseHelp' },
};

/** Keeps a commitment past its review date, moves it, or lets it go. */
export function ReviewForm({ choice }: { choice: ReviewChoice }) {
  const t = useText();
  const { now, zone, consequence } = useFormContext();
  const isReleased = choice === 'release';
  const needsReason = choice !== 'recommit';
  const form = useCharterForm({
    call: 'review/decide',
    about: { kind: 'review' },
    draft: `review:${choice}`,
    blank: { reviewOn: '', reason: '' },
    answers: ({ reviewOn, reason }) =>
      withoutBlanks({ choice, reason, reviewOn: isReleased ? '' : reviewOn }),
    check: ({ reviewOn, reason }) => ({
      ...(!isReleased && reviewOn === '' && { reviewOn: t('ui.errorRequired') }),
      ...(needsReason && reason.trim() === '' && { reason: t('ui.errorRequired') }),
    }),
    said: () => t('follow.saidReviewed'),
  });
  const { reviewOn } = form.values;
  return (
    <FormFrame
      title={t(words[choice].title)}
      submit={t(words[choice].verb)}
      form={form}
      consequence={
        isReleased || reviewOn !== ''
          ? consequence({
              type: 'decide-review',
              choice,
              reason: '-',
              ...(!isReleased && { reviewOn }),
            })
          : null
      }
    >
      <p className="hf-subtle">{t(words[choice].help)}</p>
      {!isReleased && (
        <DateField
          label={t('follow.reviewOn')}
          isRequired
          {...form.field('reviewOn')}
          min={localDate(now, zone)}
        />
      )}
      <TextArea
        label={t('panel.reason')}
        isRequired={needsReason}
        maxLength={LIMITS.text}
        {...form.field('reason')}
      />
    </FormFrame>
  );
}
