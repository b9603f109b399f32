import { useState } from 'react';
import type { TeamsAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { useText } from '../ui/text';
import { readTeams, type Draft } from './model/team-csv';

/**
 * The site's teams as they are edited, until `save` stores all of them against the version they were read in.
 * `read` puts the teams of a CSV file in their place; `said` is what came of it.
 */
export function useTeamDrafts(answer: TeamsAnswer, onSaved: (answer: TeamsAnswer) => void) {
  const t = useText();
  const [drafts, setDrafts] = useState<readonly Draft[]>(answer.teams);
  const [people, setPeople] = useState(answer.people);
  const [editing, setEditing] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (next: readonly Draft[]) => {
    setDrafts(next);
    setProblem(null);
    setSaid(null);
  };
  return {
    drafts,
    people,
    editing,
    problem,
    said,
    saving,
    touched: drafts !== answer.teams,
    edit: setEditing,
    dismiss: () => setProblem(null),
    meet: (person: PersonFact) => setPeople((known) => ({ ...known, [person.accountId]: person })),
    replace: (at: number, team: Draft) => change(drafts.map((one, place) => (place === at ? team : one))),
    add: () => {
      change([...drafts, { name: '', members: [], takesRequests: null, calendar: null, answersFor: [] }]);
      setEditing(drafts.length);
    },
    remove: (at: number) => {
      setEditing(null);
      change(drafts.filter((_, place) => place !== at));
    },
    discard: () => {
      setEditing(null);
      change(answer.teams);
    },
    save: async () => {
      setSaving(true);
      const saved = await call('team/save', { version: answer.version, teams: drafts });
      setSaving(false);
      if (saved.ok) onSaved(saved);
      else setProblem(saved.error);
    },
    read: async (chosen: File) => {
      const found = readTeams(await chosen.text());
      if (found.ok) change(found.teams);
      setSaid(
        found.ok
          ? t('people.imported', { count: found.teams.length })
          : t('people.importBad', { why: found.why }),
      );
    },
  };
}
