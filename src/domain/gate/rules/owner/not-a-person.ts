import { isErased } from '../../../erased';
import { candidatesOf, namesIn, ownersNamed } from '../../owner';
import { personIn } from '../../people';
import { anyone, type Check, type Rule } from '../rule';

/** A person owns it: no group, no team, no app. */
export const rule = {
  id: 'owner.not-a-person',
  group: 'owner',
  defaults: { start: 'block', finish: 'block' },
  asks: 'one-owner',
  inJira: 'owner-source',
} as const satisfies Rule;

interface Facts {
  readonly name: string;
}

export const check: Check<Facts> = {
  path: 'owner',
  unmet: ({ charter, item, people }) => [
    ...(charter.dri ? [] : namesIn(candidatesOf(item))).map((name) => ({ name })),
    ...ownersNamed(charter, item).flatMap((accountId): Facts[] => {
      if (isErased(accountId)) return [];
      const { kind, displayName: name } = personIn(people, accountId);
      return kind === 'human' ? [] : [{ name }];
    }),
  ],
  who: anyone,
};
