import { useSurroundings } from '../../ui/surroundings';
import { Choice } from '../../ui/choice';
import { useText } from '../../ui/text';
import { useCall } from '../../ui/use-call';
import type { AskedTeamValue } from './use-request-form';

const NONE = '';

/** The teams that can be asked instead of a person; nothing where the directory has none with somebody to take requests. */
export function TeamChoice({
  value,
  error,
  onChange,
}: {
  value: AskedTeamValue | null;
  error: string | undefined;
  onChange: (value: AskedTeamValue | null) => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const { loaded } = useCall('team/list', {});
  if (loaded.status !== 'ready') return null;
  const { teams, takers, people } = loaded.data;
  const known = teams.flatMap(({ id, name }): readonly AskedTeamValue[] => {
    const taker = people[takers[id] ?? ''];
    return taker ? [{ id, name, taker }] : [];
  });
  if (known.length === 0) return null;
  const names = new Intl.Collator(locale, { numeric: true });
  const options = [...known]
    .sort((a, b) => names.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div>
      <Choice
        label={t('panel.requestTeam')}
        value={value?.id ?? NONE}
        options={[{ value: NONE, label: t('panel.requestNoTeam') }, ...options]}
        isInvalid={error !== undefined}
        onChange={(id) => onChange(known.find((team) => team.id === id) ?? null)}
      />
      {error !== undefined && <p className="hf-error">{error}</p>}
      {value && (
        <p className="hf-subtle hf-small">
          {t('panel.requestTeamHelp', { person: value.taker.displayName, team: value.name })}
        </p>
      )}
    </div>
  );
}
