import type { PersonalDataReport, PersonalDataStatus } from '../../kernel';
import type { User } from '../model/types';
import type { Site } from '../site';

/** What Atlassian's directory does with accounts beside REST. */
export interface PeopleAdmin {
  /** Takes the account's access away or gives it back; it keeps its place in history. Closed accounts stay closed. */
  setActive(accountId: string, active: boolean): User | undefined;
  /** Takes the account's access away; it keeps its place in history, `active: false`. */
  deactivateUser(accountId: string): void;
  /** Erases the person behind an account: the id stays where it was written, as "Former user". */
  closeAccount(accountId: string): User | undefined;
  renameUser(accountId: string, displayName: string): User | undefined;
  /** Whether an app must erase or renew what it stored about an account; undefined when it may keep it. */
  personalDataStatus(report: PersonalDataReport): PersonalDataStatus | undefined;
}

export function createPeopleAdmin({ store, clock }: Site): PeopleAdmin {
  const change = (accountId: string, to: (user: User) => User): User | undefined => {
    const user = store.users.get(accountId);
    if (user === undefined) return undefined;
    const next = to(user);
    store.users.set(accountId, next);
    store.revision += 1;
    return next;
  };
  return {
    setActive: (accountId, active) =>
      change(accountId, (user) => ({ ...user, active: active && user.closed !== true })),
    deactivateUser(accountId) {
      if (change(accountId, (user) => ({ ...user, active: false })) === undefined)
        throw new Error(`There is no account ${accountId}`);
    },
    closeAccount: (accountId) =>
      change(accountId, (user) => ({
        ...user,
        displayName: 'Former user',
        emailAddress: '',
        active: false,
        closed: true,
        groups: [],
      })),
    renameUser: (accountId, displayName) =>
      change(accountId, (user) => ({ ...user, displayName, profileChanged: clock.now() })),
    personalDataStatus({ accountId, updatedAt }) {
      const user = store.users.get(accountId);
      if (user?.closed === true) return 'closed';
      return user?.profileChanged !== undefined && user.profileChanged > updatedAt ? 'updated' : undefined;
    },
  };
}
