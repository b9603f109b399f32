import { useEffect, useState } from 'react';
import type { AbsencesAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import { PersonPicker } from '../ui/person-picker';
import { SkeletonLines } from '../ui/skeleton';
import { useText } from '../ui/text';
import { AwayForm } from './away-form';
import { AwayList } from './away-list';
import { AwaySettings } from './away-settings';
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
  const [people, setPeople] = useState(answer.people);
  const [whose, setWhose] = useState<PersonFact | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = async (accountId: string) => {
    const ended = await call('away/end', { accountId });
    if (ended.ok) reload();
    else setProblem(ended.error);
  };
  return (
    <Section id="hf-absences" title={t('people.away')}>
      <p className="hf-subtle">{t('people.awayHelp')}</p>
      {answer.away.length === 0 && <p>{t('people.awayNobody')}</p>}
      <AwayList away={answer.away} people={people} onEnd={(accountId) => void end(accountId)} />
      {answer.settings.on && (
        <>
          <div className="hf-away-person">
            <PersonPicker label={t('people.awayFor')} value={whose} onChange={setWhose} />
          </div>
          {whose && <AwayForm accountId={whose.accountId} onSaved={reload} onCancel={() => setWhose(null)} />}
        </>
      )}
      <AwaySettings
        answer={answer}
        people={people}
        onMeet={(person) => setPeople({ ...people, [person.accountId]: person })}
        problem={problem}
        onProblem={setProblem}
        onSaved={onSaved}
      />
    </Section>
  );
}
