import { lastMomentOf, localDate } from '../../../src/domain/time/local-date';
import type { RuleId } from '../../../src/domain/policy/rules';
import { dayText } from '../../../src/contract/texts/dates';
import { DateField, TextArea } from '../../ui/fields';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { lastWaiverDay, rulesInTheWay } from '../model/waivers';
import { useConsequence } from '../use-consequence';
import { RuleCheckboxes } from './rule-checkboxes';

/** Lets named rules pass until the end of a day, with a reason that everybody reads. */
export function WaiveForm({ rules }: { rules: readonly RuleId[] }) {
  const t = useText();
  const { answer, checkpoint } = usePanel();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const consequence = useConsequence();
  const last = lastWaiverDay(answer, timeZone);
  const endOf = (day: string) => (day === '' ? undefined : lastMomentOf(day, timeZone));
  const form = useCharterForm({
    call: 'waiver/grant',
    about: { kind: 'waivers' },
    draft: `waive:${rules.join()}`,
    blank: { rules, reason: '', until: '' },
    answers: ({ until, ...rest }) => ({ ...rest, expiresAt: endOf(until) }),
    check: ({ until }): Readonly<Record<string, string>> =>
      until > last
        ? {
            expiresAt: t('waiver.tooLong', {
              count: answer.policy.waivers.longestDays,
              date: dayText(last, today, locale),
            }),
          }
        : {},
    said: () => t('waiver.saidWaived'),
  });
  const { until, rules: chosen } = form.values;
  const expiresAt = endOf(until);
  const effect =
    expiresAt === undefined || chosen.length === 0
      ? null
      : consequence({ type: 'grant-waiver', rules: chosen, reason: '-', expiresAt });
  const meaning =
    until === '' || chosen.length === 0
      ? t('waiver.meansOpen')
      : t('waiver.means', { count: chosen.length, date: dayText(until, today, locale) });
  return (
    <FormFrame
      title={t('waiver.title')}
      submit={t('waiver.submit', { count: chosen.length })}
      appearance="warning"
      form={form}
      consequence={[meaning, effect].filter((part) => part !== null).join(' · ')}
    >
      <RuleCheckboxes
        legend={t('waiver.rules')}
        offered={[...new Set([...rules, ...rulesInTheWay(answer, checkpoint)])]}
        chosen={chosen}
        error={form.errorOf('rules')}
        onChange={(next) => form.set('rules', next)}
      />
      <TextArea
        label={t('waiver.reason')}
        help={t('waiver.reasonHelp')}
        isRequired
        {...form.field('reason')}
      />
      <DateField
        label={t('waiver.until')}
        help={t('waiver.untilHelp', { date: dayText(last, today, locale) })}
        isRequired
        {...form.field('until', 'expiresAt')}
        min={localDate(answer.now, timeZone)}
        max={last}
      />
    </FormFrame>
  );
}
