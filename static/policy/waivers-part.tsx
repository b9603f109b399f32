import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { WaiverPolicy } from '../../src/domain/policy/policy';
import type { PersonFact } from '../../src/domain/values';
import { Checkbox } from '../ui/checkbox';
import { Part } from '../ui/choices';
import { TextField } from '../ui/fields';
import { Person, type People } from '../ui/person';
import { PersonPicker } from '../ui/person-picker';
import { Text, useText } from '../ui/text';

/** Most people that the contract takes. */
const MOST = 50;

/** Who may let a rule pass for a while, and for how long at most. */
export function WaiversPart({
  waivers,
  longestDays,
  people,
  error,
  isDisabled,
  onChange,
  onDays,
  onMeet,
}: {
  waivers: WaiverPolicy;
  longestDays: string;
  people: People;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (waivers: WaiverPolicy) => void;
  onDays: (days: string) => void;
  /** Somebody was found whose name the page must remember. */
  onMeet: (person: PersonFact) => void;
}) {
  const t = useText();
  const taken = Object.fromEntries(waivers.people.map((accountId) => [accountId, t('policy.waiverNamed')]));
  return (
    <Part legend={t('policy.waivers')} help={<Text id="policy.waiversHelp" />}>
      <Checkbox
        label={t('policy.waiverAdmins')}
        help={t('policy.waiverAdminsHelp')}
        checked={waivers.projectAdmins}
        isDisabled={isDisabled}
        onChange={(projectAdmins) => onChange({ ...waivers, projectAdmins })}
      />
      {waivers.people.length > 0 && (
        <Stack as="ul" role="list" space="space.050" aria-label={t('policy.waiverPeople')}>
          {waivers.people.map((accountId) => (
            <li key={accountId} className="hf-reading">
              <Inline space="space.100" alignBlock="center" spread="space-between">
                <Person accountId={accountId} people={people} />
                {!isDisabled && (
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={t('policy.waiverRemoveNamed', {
                      person: people[accountId]?.displayName ?? t('ui.unknownPerson'),
                    })}
                    onClick={() =>
                      onChange({ ...waivers, people: waivers.people.filter((one) => one !== accountId) })
                    }
                  >
                    {t('policy.waiverRemove')}
                  </Button>
                )}
              </Inline>
            </li>
          ))}
        </Stack>
      )}
      {!isDisabled && waivers.people.length < MOST && (
        <div className="hf-reading">
          <PersonPicker
            // Empty again after each choice.
            key={waivers.people.length}
            label={t('policy.waiverAdd')}
            value={null}
            excluded={taken}
            onChange={(person) => {
              if (!person) return;
              onMeet(person);
              onChange({ ...waivers, people: [...waivers.people, person.accountId] });
            }}
          />
        </div>
      )}
      {!waivers.projectAdmins && waivers.people.length === 0 && (
        <p className="hf-subtle">
          <Text id="policy.waiverNobody" />
        </p>
      )}
      <div className="hf-short-fields">
        <TextField
          label={t('policy.waiverDays')}
          help={t('policy.waiverDaysHelp')}
          error={error}
          value={longestDays}
          maxLength={4}
          isRequired
          isDisabled={isDisabled}
          onChange={onDays}
        />
      </div>
    </Part>
  );
}
