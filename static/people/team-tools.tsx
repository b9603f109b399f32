import { useRef } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import type { TeamsAnswer } from '../../src/contract/answers';
import { download } from '../ui/download';
import { useText } from '../ui/text';
import { writeTeams } from './model/team-csv';

/** Adding a team, and taking all teams from a CSV file or into one. `stored` are the teams as saved. */
export function TeamTools({
  stored,
  onAdd,
  onFile,
}: {
  stored: TeamsAnswer['teams'];
  onAdd: () => void;
  onFile: (file: File) => void;
}) {
  const t = useText();
  const file = useRef<HTMLInputElement>(null);
  return (
    <Inline space="space.100" rowSpace="space.100" shouldWrap>
      <Button onClick={onAdd}>{t('people.addTeam')}</Button>
      <Button appearance="subtle" onClick={() => file.current?.click()}>
        {t('people.importCsv')}
      </Button>
      <Button
        appearance="subtle"
        isDisabled={stored.length === 0}
        onClick={() => download('teams.csv', writeTeams(stored), 'csv')}
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
          if (chosen) onFile(chosen);
          currentTarget.value = '';
        }}
      />
    </Inline>
  );
}
