import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { TeamsAnswer } from '../../src/contract/answers';
import { call, type Problem } from '../ui/call';
import { ActionProblem, LoadProblem } from '../ui/call-problem';
import { Section } from '../ui/choices';
import { Notice } from '../ui/notice';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { TeamCard } from './team-card';
import { TeamForm } from './team-form';
import { TeamTools } from './team-tools';
import { useTeamDrafts } from './use-team-drafts';
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
  const teams = useTeamDrafts(answer, onSaved);
  const { drafts, people, problem, said } = teams;
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
            {teams.editing === at ? (
              <TeamForm
                team={team}
                people={people}
                onMeet={teams.meet}
                onChange={(next) => teams.replace(at, next)}
                onDone={() => teams.edit(null)}
              />
            ) : (
              <TeamCard
                team={team}
                people={people}
                taker={team.id === undefined ? null : (answer.takers[team.id] ?? null)}
                onEdit={() => teams.edit(at)}
                onRemove={() => teams.remove(at)}
              />
            )}
          </li>
        ))}
      </Stack>
      <TeamTools stored={answer.teams} onAdd={teams.add} onFile={(file) => void teams.read(file)} />
      {problem && <ActionProblem problem={problem} onCheck={teams.dismiss} />}
      {teams.touched && (
        <Unsaved saving={teams.saving} onSave={() => void teams.save()} onDiscard={teams.discard} />
      )}
    </Section>
  );
}

function Unsaved({
  saving,
  onSave,
  onDiscard,
}: {
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const t = useText();
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Button appearance="primary" isLoading={saving} onClick={onSave}>
        {t('people.save')}
      </Button>
      <Button appearance="subtle" onClick={onDiscard}>
        {t('people.discard')}
      </Button>
      <span className="hf-subtle">{t('people.unsaved')}</span>
    </Inline>
  );
}
