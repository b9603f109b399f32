import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import type { AbsencesAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { ActionProblem } from '../ui/call-problem';
import { Checkbox } from '../ui/checkbox';
import { RadioChoices } from '../ui/choices';
import { TextField } from '../ui/fields';
import { Person, type People } from '../ui/person';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';

/** How the site handles absences. `problem` is shown above the button that saves, whichever call it came from. */
export function AwaySettings({
  answer,
  people,
  onMeet,
  problem,
  onProblem,
  onSaved,
}: {
  answer: AbsencesAnswer;
  people: People;
  onMeet: (person: PersonFact) => void;
  problem: Problem | null;
  onProblem: (problem: Problem | null) => void;
  onSaved: (answer: AbsencesAnswer) => void;
}) {
  const t = useText();
  const [settings, setSettings] = useState(answer.settings);
  const [kept, setKept] = useState(String(answer.settings.keptDays));
  const save = async () => {
    const saved = await call('away/settings', {
      ...settings,
      version: answer.version,
      keptDays: Number(kept),
    });
    if (saved.ok) onSaved(saved);
    else onProblem(saved.error);
  };
  return (
    <>
      <Checkbox
        label={t('people.awayOn')}
        help={t('people.awayOnHelp')}
        checked={settings.on}
        onChange={(on) => setSettings({ ...settings, on })}
      />
      <p className="hf-label">{t('people.awayShown')}</p>
      <RadioChoices
        name="away-shown"
        value={settings.datesShownTo}
        isDisabled={!settings.on}
        options={[
          { value: 'askers', label: t('people.awayShownAskers') },
          { value: 'named', label: t('people.awayShownNamed') },
        ]}
        onChange={(datesShownTo) => setSettings({ ...settings, datesShownTo })}
      />
      {settings.datesShownTo === 'named' && (
        <Readers
          readers={settings.people}
          people={people}
          onMeet={onMeet}
          onChange={(readers) => setSettings({ ...settings, people: readers })}
        />
      )}
      <div className="hf-short-fields">
        <TextField label={t('people.awayKept')} value={kept} maxLength={3} isRequired onChange={setKept} />
      </div>
      {problem && <ActionProblem problem={problem} onCheck={() => onProblem(null)} />}
      <div>
        <Button onClick={() => void save()}>{t('people.awaySave')}</Button>
      </div>
    </>
  );
}

/** Who may see the days of an absence. */
function Readers({
  readers,
  people,
  onMeet,
  onChange,
}: {
  readers: readonly string[];
  people: People;
  onMeet: (person: PersonFact) => void;
  onChange: (readers: string[]) => void;
}) {
  const t = useText();
  const nameOf = (accountId: string) => people[accountId]?.displayName ?? t('ui.unknownPerson');
  return (
    <div className="hf-away-person">
      {readers.map((accountId) => (
        <Inline key={accountId} space="space.100" alignBlock="center" spread="space-between">
          <Person accountId={accountId} people={people} />
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t('people.removeNamed', { person: nameOf(accountId) })}
            onClick={() => onChange(readers.filter((one) => one !== accountId))}
          >
            {t('people.remove')}
          </Button>
        </Inline>
      ))}
      <PersonPicker
        key={readers.length}
        label={t('people.awayReader')}
        value={null}
        onChange={(person) => {
          if (!person) return;
          onMeet(person);
          onChange([...readers, person.accountId]);
        }}
      />
    </div>
  );
}
