import type { ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { HOLDERS, type Entitled, type Right } from '../../src/domain/access/rights';
import type { PersonFact } from '../../src/domain/values';
import { Checkbox } from '../ui/checkbox';
import { Choice } from '../ui/choice';
import { Part } from '../ui/choices';
import { Person, type People } from '../ui/person';
import { PersonPicker } from '../ui/person-picker';
import { Text, useText } from '../ui/text';
import type { Members } from './use-members';

/** Most entries of a list that the contract takes. */
const MOST = 50;

interface Shown {
  readonly right: Right;
  readonly entitled: Entitled;
  readonly isDisabled: boolean;
  readonly onChange: (some: Partial<Entitled>) => void;
}

/** Who has one right, by what they are to the item, by role and group, and by name. */
export function EntitledPart({
  members,
  people,
  children,
  onMeet,
  ...shown
}: Shown & {
  readonly members: Members;
  readonly people: People;
  readonly children?: ReactNode;
  /** Somebody was found whose name the page must remember. */
  readonly onMeet: (person: PersonFact) => void;
}) {
  const t = useText();
  const { right, entitled, isDisabled, onChange } = shown;
  const isNobodys =
    HOLDERS.every((holder) => !entitled[holder]) &&
    entitled.roles.length + entitled.groups.length + entitled.people.length === 0;
  return (
    <Part legend={t(`policy.right.${right}`)} help={<Text id={`policy.rightHelp.${right}`} />}>
      <div className="hf-place" id={`hf-right-${right}`} tabIndex={-1}>
        <Stack space="space.100">
          {HOLDERS.map((holder) => (
            <Checkbox
              key={holder}
              label={t(`policy.holder.${holder}`)}
              help={t(`policy.holderHelp.${holder}`)}
              checked={entitled[holder]}
              isDisabled={isDisabled}
              onChange={(wanted) => onChange({ [holder]: wanted })}
            />
          ))}
          <NamedList {...shown} list="roles" offered={members.roles} />
          <NamedList {...shown} list="groups" offered={members.groups} />
          <PeopleList {...shown} people={people} onMeet={onMeet} />
          {isNobodys && (
            <p className="hf-subtle">
              <Text id={`policy.rightNobody.${right}`} />
            </p>
          )}
          <Checkbox
            label={t('policy.rightParties')}
            help={t('policy.rightPartiesHelp')}
            checked={entitled.parties}
            isDisabled={isDisabled}
            onChange={(parties) => onChange({ parties })}
          />
          {children}
        </Stack>
      </div>
    </Part>
  );
}

/** Roles or groups that have it, and those of the site that could be added. */
function NamedList({
  right,
  entitled,
  isDisabled,
  onChange,
  list,
  offered,
}: Shown & { readonly list: 'roles' | 'groups'; readonly offered: Members['roles'] }) {
  const t = useText();
  const has = entitled[list];
  const known = offered === null || offered === 'unavailable' ? [] : offered;
  const others = known.filter(({ id }) => !has.some((one) => one.id === id));
  return (
    <>
      <Entries
        label={t(`policy.rightList.${list}`)}
        isDisabled={isDisabled}
        entries={has.map(({ id, name }) => ({ id, name, shown: t(`policy.rightNamed.${list}`, { name }) }))}
        onRemove={(id) => onChange({ [list]: has.filter((one) => one.id !== id) })}
      />
      {!isDisabled && offered === 'unavailable' && (
        <p className="hf-subtle">
          <Text id={`policy.rightUnread.${list}`} />
        </p>
      )}
      {!isDisabled && others.length > 0 && has.length < MOST && (
        <div className="hf-reading">
          <Choice
            label={t(`policy.rightAdd.${list}`, { right })}
            value=""
            options={[
              { value: '', label: t('policy.rightChoose') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => {
              const chosen = others.find((one) => one.id === id);
              if (chosen) onChange({ [list]: [...has, chosen] });
            }}
          />
        </div>
      )}
    </>
  );
}

function PeopleList({
  right,
  entitled: { people: has },
  isDisabled,
  onChange,
  people,
  onMeet,
}: Shown & { readonly people: People; readonly onMeet: (person: PersonFact) => void }) {
  const t = useText();
  return (
    <>
      <Entries
        label={t('policy.rightList.people')}
        isDisabled={isDisabled}
        entries={has.map((accountId) => ({
          id: accountId,
          name: people[accountId]?.displayName ?? t('ui.unknownPerson'),
          shown: <Person accountId={accountId} people={people} />,
        }))}
        onRemove={(id) => onChange({ people: has.filter((one) => one !== id) })}
      />
      {!isDisabled && has.length < MOST && (
        <div className="hf-reading">
          <PersonPicker
            // Empty again after each choice.
            key={has.length}
            label={t('policy.rightAdd.people', { right })}
            value={null}
            excluded={Object.fromEntries(has.map((accountId) => [accountId, t('policy.rightNamedAlready')]))}
            onChange={(person) => {
              if (!person) return;
              onMeet(person);
              onChange({ people: [...has, person.accountId] });
            }}
          />
        </div>
      )}
    </>
  );
}

function Entries({
  label,
  entries,
  isDisabled,
  onRemove,
}: {
  label: string;
  entries: readonly { readonly id: string; readonly name: string; readonly shown: ReactNode }[];
  isDisabled: boolean;
  onRemove: (id: string) => void;
}) {
  const t = useText();
  if (entries.length === 0) return null;
  return (
    <Stack as="ul" role="list" space="space.050" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className="hf-reading">
          <Inline space="space.100" alignBlock="center" spread="space-between">
            {entry.shown}
            {!isDisabled && (
              <Button
                spacing="compact"
                appearance="subtle"
                aria-label={t('policy.rightRemoveNamed', { name: entry.name })}
                onClick={() => onRemove(entry.id)}
              >
                {t('policy.rightRemove')}
              </Button>
            )}
          </Inline>
        </li>
      ))}
    </Stack>
  );
}
