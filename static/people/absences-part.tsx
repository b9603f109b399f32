import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { dayText } from '../../src/contract/texts/dates';
import type { AbsencesAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { ActionProblem, LoadProblem } from '../ui/call-problem';
import { RadioChoices, Section } from '../ui/choices';
import { TextField } from '../ui/fields';
import { Person } from '../ui/person';
import { PersonPicker } from '../ui/person-picker';
import { SkeletonLines } from '../ui/skeleton';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { Tick } from '../ui/tick';
import { AwayForm } from './away-form';
import './texts';

/** Who is away, and how the site handles it. */
export function AbsencesPart() {
  const [loaded, setLoaded] = useState<AbsencesAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = () => {
    setProblem(null);
    void call('away/list', {}).then((answer) => (answer.ok ? setLoaded(answer) : setProblem(answer.error)));
  };
  useEffect(load, []);
  if (problem) return <LoadProblem problem={problem} onRetry={load} />;
  return loaded ? (
    <Absences key={loaded.version} answer={loaded} onSaved={setLoaded} reload={load} />
  ) : (
    <SkeletonLines lines={4} />
  );
}

function Absences({
  answer,
  onSaved,
  reload,
}: {
  answer: AbsencesAnswer;
  onSaved: (answer: AbsencesAnswer) => void;
  reload: () => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const [settings, setSettings] = useState(answer.settings);
  const [kept, setKept] = useState(String(answer.settings.keptDays));
  const [people, setPeople] = useState(answer.people);
  const [whose, setWhose] = useState<PersonFact | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const nameOf = (accountId: string) => people[accountId]?.displayName ?? t('ui.unknownPerson');
  const save = async () => {
    const saved = await call('away/settings', {
      ...settings,
      version: answer.version,
      keptDays: Number(kept),
    });
    if (saved.ok) onSaved(saved);
    else setProblem(saved.error);
  };
  const end = async (accountId: string) => {
    const ended = await call('away/end', { accountId });
    if (ended.ok) reload();
    else setProblem(ended.error);
  };
  return (
    <Section id="hf-absences" title={t('people.away')}>
      <p className="hf-subtle">{t('people.awayHelp')}</p>
      {answer.away.length === 0 && <p>{t('people.awayNobody')}</p>}
      <Stack as="ul" role="list" space="space.100">
        {answer.away.map(({ accountId, from, to, standIn }) => (
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
                onClick={() => void end(accountId)}
              >
                {t('people.awayEnd')}
              </Button>
            </Inline>
          </li>
        ))}
      </Stack>
      {answer.settings.on && (
        <>
          <div className="hf-away-person">
            <PersonPicker label={t('people.awayFor')} value={whose} onChange={setWhose} />
          </div>
          {whose && <AwayForm accountId={whose.accountId} onSaved={reload} onCancel={() => setWhose(null)} />}
        </>
      )}
      <Tick
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
        <div className="hf-away-person">
          {settings.people.map((accountId) => (
            <Inline key={accountId} space="space.100" alignBlock="center" spread="space-between">
              <Person accountId={accountId} people={people} />
              <Button
                spacing="compact"
                appearance="subtle"
                aria-label={t('people.removeNamed', { person: nameOf(accountId) })}
                onClick={() =>
                  setSettings({ ...settings, people: settings.people.filter((one) => one !== accountId) })
                }
              >
                {t('people.remove')}
              </Button>
            </Inline>
          ))}
          <PersonPicker
            key={settings.people.length}
            label={t('people.awayReader')}
            value={null}
            onChange={(person) => {
              if (!person) return;
              setPeople({ ...people, [person.accountId]: person });
              setSettings({ ...settings, people: [...settings.people, person.accountId] });
            }}
          />
        </div>
      )}
      <div className="hf-short-fields">
        <TextField label={t('people.awayKept')} value={kept} maxLength={3} isRequired onChange={setKept} />
      </div>
      {problem && <ActionProblem problem={problem} onCheck={() => setProblem(null)} />}
      <div>
        <Button onClick={() => void save()}>{t('people.awaySave')}</Button>
      </div>
    </Section>
  );
}
