import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { TeamsAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { ActionProblem, LoadProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import { download } from '../ui/download';
import { Notice } from '../ui/notice';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { readTeams, writeTeams, type Draft } from './model/team-csv';
import { TeamCard } from './team-card';
import { TeamForm } from './team-form';
import './texts';

/** The site's teams: read, changed here or in a file, and saved together. */
export function TeamsPart() {
  const [loaded, setLoaded] = useState<TeamsAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = () => {
    setProblem(null);
    void call('team/list', {}).then((answer) => (answer.ok ? setLoaded(answer) : setProblem(answer.error)));
  };
  useEffect(load, []);
  if (problem) return <LoadProblem problem={problem} onRetry={load} />;
  return loaded ? (
    <Teams key={loaded.version} answer={loaded} onSaved={setLoaded} />
  ) : (
    <SkeletonLines lines={6} />
  );
}

function Teams({ answer, onSaved }: { answer: TeamsAnswer; onSaved: (answer: TeamsAnswer) => void }) {
  const t = useText();
  const [drafts, setDrafts] = useState<readonly Draft[]>(answer.teams);
  const [people, setPeople] = useState(answer.people);
  const [editing, setEditing] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const touched = drafts !== answer.teams;
  const change = (next: readonly Draft[]) => {
    setDrafts(next);
    setProblem(null);
    setSaid(null);
  };
  const meet = (person: PersonFact) => setPeople((known) => ({ ...known, [person.accountId]: person }));
  const save = async () => {
    setSaving(true);
    const saved = await call('team/save', { version: answer.version, teams: drafts });
    setSaving(false);
    if (saved.ok) onSaved(saved);
    else setProblem(saved.error);
  };
  const read = async (chosen: File) => {
    const found = readTeams(await chosen.text());
    if (found.ok) change(found.teams);
    setSaid(
      found.ok
        ? t('people.imported', { count: found.teams.length })
        : t('people.importBad', { why: found.why }),
    );
  };
  const replace = (at: number, team: Draft) =>
    change(drafts.map((one, place) => (place === at ? team : one)));
  return (
    <Section id="hf-teams" title={t('people.teams')}>
      <p className="hf-subtle">
        <Text id="people.teamsHelp" />
      </p>
      {said !== null && <Notice title={said}>{null}</Notice>}
      {drafts.length === 0 && <p>{t('people.noTeams')}</p>}
      <Stack as="ul" role="list" space="space.150">
        {drafts.map((team, at) => (
          <li key={team.id ?? `new ${at}`} className="hf-team">
            {editing === at ? (
              <TeamForm
                team={team}
                people={people}
                onMeet={meet}
                onChange={(next) => replace(at, next)}
                onDone={() => setEditing(null)}
              />
            ) : (
              <TeamCard
                team={team}
                people={people}
                taker={team.id === undefined ? null : (answer.takers[team.id] ?? null)}
                onEdit={() => setEditing(at)}
                onRemove={() => {
                  setEditing(null);
                  change(drafts.filter((_, place) => place !== at));
                }}
              />
            )}
          </li>
        ))}
      </Stack>
      <Inline space="space.100" rowSpace="space.100" shouldWrap>
        <Button
          onClick={() => {
            change([
              ...drafts,
              { name: '', members: [], takesRequests: null, calendar: null, answersFor: [] },
            ]);
            setEditing(drafts.length);
          }}
        >
          {t('people.addTeam')}
        </Button>
        <Button appearance="subtle" onClick={() => file.current?.click()}>
          {t('people.importCsv')}
        </Button>
        <Button
          appearance="subtle"
          isDisabled={answer.teams.length === 0}
          onClick={() => download('teams.csv', writeTeams(answer.teams), 'csv')}
        >
          {t('people.exportCsv')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv"
          className="hf-visually-hidden"
          aria-label={t('people.importCsv')}
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void read(chosen);
            currentTarget.value = '';
          }}
        />
      </Inline>
      {problem && <ActionProblem problem={problem} onCheck={() => setProblem(null)} />}
      {touched && (
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Button appearance="primary" isLoading={saving} onClick={() => void save()}>
            {t('people.save')}
          </Button>
          <Button
            appearance="subtle"
            onClick={() => {
              setEditing(null);
              change(answer.teams);
            }}
          >
            {t('people.discard')}
          </Button>
          <span className="hf-subtle">{t('people.unsaved')}</span>
        </Inline>
      )}
    </Section>
  );
}
