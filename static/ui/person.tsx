import Avatar from '@atlaskit/avatar';
import type { PersonFact } from '../../src/domain/values';
import { useText } from './text';

export type People = Readonly<Record<string, PersonFact>>;

/** Face and name, with a word where this account cannot act. An account Jira did not describe is still shown. */
export function Person({
  accountId,
  people,
  size = 'small',
  me,
}: {
  accountId: string;
  people: People;
  size?: 'xsmall' | 'small' | 'medium' | 'large';
  /** The reader's account: they see "(you)". */
  me?: string | undefined;
}) {
  const t = useText();
  const person = people[accountId];
  const mark = person && markOf(person);
  return (
    <span className="hf-person">
      <span className="hf-person-face" aria-hidden="true">
        <Avatar
          as="span"
          size={size}
          borderColor="transparent"
          {...(person?.avatarUrl !== undefined && { src: person.avatarUrl })}
          {...(mark && { isDisabled: true })}
        />
      </span>
      <span>
        <span className="hf-person-name">{person?.displayName ?? t('ui.unknownPerson')}</span>
        {accountId === me && <span className="hf-subtle"> {t('ui.you')}</span>}
        {mark && <span className="hf-subtle"> {t(mark)}</span>}
      </span>
    </span>
  );
}

function markOf(person: PersonFact): 'ui.app' | 'ui.customer' | 'ui.inactive' | undefined {
  if (person.kind === 'app') return 'ui.app';
  if (person.kind === 'customer') return 'ui.customer';
  return person.active ? undefined : 'ui.inactive';
}
