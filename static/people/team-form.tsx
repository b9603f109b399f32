import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { mondayOf } from '../../src/domain/time/time';
import type { PersonFact } from '../../src/domain/values';
import { Group, RadioChoices } from '../ui/choices';
import { DatePicker } from '../ui/date-picker';
import { TextField } from '../ui/fields';
import { Person, type People } from '../ui/person';
import { PersonPicker } from '../ui/person-picker';
import { useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { answersForText, listOf, readAnswersFor, type Draft } from './model/team-csv';
import { TeamHours } from './team-hours';

/** Everything about one team. It is kept with all others when they are saved. */
export function TeamForm({
  team,
  people,
  onMeet,
  onChange,
  onDone,
}: {
  team: Draft;
  people: People;
  onMeet: (person: PersonFact) => void;
  onChange: (team: Draft) => void;
  onDone: () => void;
}) {
  const t = useText();
  const { members, answersFor } = team;
  const taken = Object.fromEntries(members.map((accountId) => [accountId, t('people.members')]));
  const setMembers = (next: readonly string[]) => {
    const { takesRequests } = team;
    onChange({
      ...team,
      members: next,
      // Who takes requests is one of them.
      takesRequests:
        takesRequests?.kind === 'rota'
          ? { ...takesRequests, people: next }
          : takesRequests && next.includes(takesRequests.accountId)
            ? takesRequests
            : null,
    });
  };
  return (
    <Stack space="space.200">
      <div className="hf-reading">
        <TextField
          label={t('people.name')}
          value={team.name}
          maxLength={200}
          isRequired
          onChange={(name) => onChange({ ...team, name })}
        />
      </div>
      <Group legend={t('people.members')}>
        {members.length > 0 && (
          <Stack as="ul" role="list" space="space.050">
            {members.map((accountId) => (
              <li key={accountId} className="hf-reading">
                <Inline space="space.100" alignBlock="center" spread="space-between">
                  <Person accountId={accountId} people={people} />
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={t('people.removeNamed', {
                      person: people[accountId]?.displayName ?? t('ui.unknownPerson'),
                    })}
                    onClick={() => setMembers(members.filter((one) => one !== accountId))}
                  >
                    {t('people.remove')}
                  </Button>
                </Inline>
              </li>
            ))}
          </Stack>
        )}
        <div className="hf-reading">
          <PersonPicker
            // Empty again after each choice.
            key={members.length}
            label={t('people.addMember')}
            value={null}
            excluded={taken}
            onChange={(person) => {
              if (!person) return;
              onMeet(person);
              setMembers([...members, person.accountId]);
            }}
          />
        </div>
      </Group>
      <Takers team={team} people={people} onChange={onChange} />
      <div className="hf-reading">
        <TextField
          label={t('people.answersFor')}
          help={t('people.answersForHelp')}
          value={answersForText(answersFor).join(', ')}
          onChange={(text) => onChange({ ...team, answersFor: readAnswersFor(listOf(text)) })}
        />
      </div>
      <TeamHours team={team} onChange={onChange} />
      <div>
        <Button onClick={onDone}>{t('people.done')}</Button>
      </div>
    </Stack>
  );
}

interface Part {
  readonly team: Draft;
  readonly onChange: (team: Draft) => void;
}

function Takers({ team, people, onChange }: Part & { people: People }) {
  const t = useText();
  const today = useToday();
  const { members, takesRequests } = team;
  const [first] = members;
  const chosen = takesRequests?.kind ?? 'nobody';
  return (
    <Group legend={t('people.takes')}>
      <RadioChoices
        name={`takes-${team.id ?? 'new'}`}
        value={chosen}
        isDisabled={false}
        options={[
          { value: 'nobody', label: t('people.takesNobody') },
          {
            value: 'person',
            label: t('people.takesPerson'),
            more: (
              <div className="hf-reading">
                {members.map((accountId) => (
                  <label key={accountId}>
                    <input
                      type="radio"
                      name={`taker-${team.id ?? 'new'}`}
                      checked={takesRequests?.kind === 'person' && takesRequests.accountId === accountId}
                      onChange={() => onChange({ ...team, takesRequests: { kind: 'person', accountId } })}
                    />{' '}
                    {people[accountId]?.displayName ?? t('ui.unknownPerson')}
                  </label>
                ))}
              </div>
            ),
          },
          {
            value: 'rota',
            label: t('people.takesRota'),
            more: takesRequests?.kind === 'rota' && (
              <div className="hf-owner-field">
                <DatePicker
                  label={t('people.rotaFrom')}
                  value={takesRequests.from}
                  isRequired
                  onChange={(day) =>
                    day !== '' &&
                    onChange({ ...team, takesRequests: { ...takesRequests, from: mondayOf(day) } })
                  }
                />
              </div>
            ),
          },
        ]}
        onChange={(kind) =>
          onChange({
            ...team,
            takesRequests:
              kind === 'rota'
                ? { kind, people: members, from: mondayOf(today) }
                : kind === 'person' && first !== undefined
                  ? { kind, accountId: first }
                  : null,
          })
        }
      />
    </Group>
  );
}
