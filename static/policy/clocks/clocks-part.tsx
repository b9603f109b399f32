import './texts';
import { lazy } from 'react';
import { MEASURES } from '../../../src/domain/policy/clock-policy';
import type { AccountId, PersonFact } from '../../../src/domain/values';
import { Part, RadioChoices } from '../../ui/choices';
import { Columns } from '../../ui/columns';
import { TextField } from '../../ui/fields';
import { PartBoundary } from '../../ui/part-boundary';
import type { People } from '../../ui/person';
import { PersonPicker } from '../../ui/person-picker';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { CLOCK_NUMBERS, type ClockNumber } from '../../../src/domain/policy/clock-changes';
import { CLOCK_LIMITS, type ClocksDraft } from '../model/clocks-draft';
import { toPolicy } from '../model/draft';
import type { Editor } from '../use-editor';
import { CalendarPart } from './calendar-part';
import { EscalationPart } from './escalation-part';

// Only the example needs the arithmetic of calendars. It comes with the rest: it stands amidst other parts.
const loadExample = () => import('./example');
void loadExample().catch(() => undefined);
const Example = lazy(() => loadExample().then((file) => ({ default: file.Example })));

/** Everything a policy says about time: how long things may take, when people work, and who is told. */
export function ClocksPart({
  editor,
  people,
  acknowledgementError,
  isDisabled,
  onMeet,
}: {
  editor: Editor;
  people: People;
  acknowledgementError: string | undefined;
  isDisabled: boolean;
  /** Somebody was found whose name the page must remember. */
  onMeet: (person: PersonFact) => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const { draft, edit, errors, problem } = editor;
  const { clocks } = draft.policy;
  const change = (more: Partial<typeof clocks>) =>
    edit({ ...draft, policy: { ...draft.policy, clocks: { ...clocks, ...more } } });
  const type = (more: Partial<typeof draft.clocks>) =>
    edit({ ...draft, clocks: { ...draft.clocks, ...more } });
  const lead = clocks.programmeLead;
  const words = { t, locale, measure: clocks.measure, programmeLead: lead, people };
  return (
    <>
      <ClockNumbers
        editor={editor}
        acknowledgementError={acknowledgementError}
        isDisabled={isDisabled}
        onType={type}
      />
      <Part legend={t('clocks.measure')}>
        <RadioChoices
          name="measure"
          value={clocks.measure}
          isDisabled={isDisabled}
          options={MEASURES.map((measure) => ({
            value: measure,
            label: t(`clocks.measure.${measure}`),
            help: t(`clocks.measureHelp.${measure}`),
          }))}
          onChange={(measure) => change({ measure })}
        />
      </Part>
      <CalendarPart
        calendar={clocks.calendar}
        draft={draft.clocks}
        errors={errors}
        isDisabled={isDisabled}
        onType={type}
        onChange={(calendar) => change({ calendar: { ...clocks.calendar, ...calendar } })}
      />
      <EscalationPart
        words={words}
        ladder={clocks.ladder}
        open={draft.clocks.open}
        errors={errors}
        isDisabled={isDisabled}
        onOpen={(open) => type({ open })}
        onChange={(cause, steps) =>
          edit({
            ...draft,
            clocks: { ...draft.clocks, open: draft.clocks.open?.cause === cause ? null : draft.clocks.open },
            policy: { ...draft.policy, clocks: { ...clocks, ladder: { ...clocks.ladder, [cause]: steps } } },
          })
        }
      >
        <ProgrammeLeadField
          lead={lead}
          people={people}
          error={problem?.field === 'policy.clocks.programmeLead' ? problem.message : undefined}
          isDisabled={isDisabled}
          onMeet={onMeet}
          onChange={(programmeLead) => change({ programmeLead })}
        />
      </EscalationPart>
      <PartBoundary>
        <Example policy={toPolicy(draft, editor.base)} words={words} />
      </PartBoundary>
    </>
  );
}

/** How long things may take, as numbers. */
function ClockNumbers({
  editor: { draft, edit, errors },
  acknowledgementError,
  isDisabled,
  onType,
}: {
  editor: Editor;
  acknowledgementError: string | undefined;
  isDisabled: boolean;
  onType: (more: Partial<ClocksDraft>) => void;
}) {
  const t = useText();
  const isWrong = (field: ClockNumber) => errors.some((error) => error.field === field);
  return (
    <Part legend={t('clocks.title')} help={<Text id="clocks.help" />}>
      <div className="hf-place hf-short-fields" id="hf-clocks" tabIndex={-1}>
        <Columns least="320px">
          <TextField
            label={t('policy.hours')}
            help={t('policy.hoursHelp')}
            error={acknowledgementError}
            value={draft.acknowledgementHours}
            maxLength={4}
            isRequired
            isDisabled={isDisabled}
            onChange={(acknowledgementHours) => edit({ ...draft, acknowledgementHours })}
          />
          {CLOCK_NUMBERS.map((field) => (
            <TextField
              key={field}
              label={t(`clocks.${field}`)}
              help={t(`clocks.${field}Help`)}
              error={isWrong(field) ? t(`clocks.error.${field}`, CLOCK_LIMITS[field]) : undefined}
              value={draft.clocks.numbers[field]}
              maxLength={4}
              isRequired
              isDisabled={isDisabled}
              onChange={(value) => onType({ numbers: { ...draft.clocks.numbers, [field]: value } })}
            />
          ))}
        </Columns>
      </div>
    </Part>
  );
}

/** Who leads the programme: the last to be told, where a policy names them. */
function ProgrammeLeadField({
  lead,
  people,
  error,
  isDisabled,
  onMeet,
  onChange,
}: {
  lead: AccountId | null;
  people: People;
  error: string | undefined;
  isDisabled: boolean;
  onMeet: (person: PersonFact) => void;
  onChange: (lead: AccountId | null) => void;
}) {
  const t = useText();
  const unknown = (accountId: AccountId): PersonFact => ({
    accountId,
    kind: 'human',
    active: true,
    displayName: t('ui.unknownPerson'),
  });
  return (
    <div className="hf-reading">
      <PersonPicker
        label={t('clocks.lead')}
        help={t('clocks.leadHelp')}
        error={error}
        value={lead === null ? null : (people[lead] ?? unknown(lead))}
        isDisabled={isDisabled}
        onChange={(person) => {
          if (person) onMeet(person);
          onChange(person?.accountId ?? null);
        }}
      />
    </div>
  );
}
