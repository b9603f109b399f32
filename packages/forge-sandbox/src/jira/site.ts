import type { Actor, AppHost, Clock } from '../kernel';
import { AUTOMATION_ACCOUNT } from './automation';
import type { User } from './model/types';
import type { JiraStore } from './model/store';
import { siteLanguage, type Language, type Switches } from '../switches';

/** How the installed app appears among the people of a site. */
export interface AppAccount {
  readonly accountId: string;
  readonly displayName: string;
}

export const INSTALLED_APP: AppAccount = { accountId: 'app-account', displayName: 'Installed app' };

/** Everything one running double consists of; handed to whoever works on it. */
export interface Site {
  readonly store: JiraStore;
  readonly clock: Clock;
  /** Origin the double's own links start with, without a trailing slash. */
  readonly baseUrl: () => string;
  readonly host: () => AppHost | undefined;
  /** The account the installed app acts under. */
  readonly app: AppAccount;
  /** How strict the site is at this moment. */
  readonly switches: () => Switches;
}

/** Who reads or acts, resolved once per request. */
export interface Viewer {
  readonly actor: Actor;
  /** The account behind the actor; null for anonymous. */
  readonly user: User | null;
  /** Zone in which instants are written and JQL dates are read. */
  readonly timeZone: string;
  /** The call came from the app, as itself or for a person. */
  readonly fromApp: boolean;
  /** Language in which Jira's default names are written: the account's, else the site's. */
  readonly language: Language;
  /** The switches as they stood when the request came. */
  readonly switches: Switches;
}

function accountOf(site: Site, actor: Actor): string | null {
  if (actor.kind === 'user') return actor.accountId;
  if (actor.kind === 'automation') return AUTOMATION_ACCOUNT;
  return actor.kind === 'anonymous' ? null : site.app.accountId;
}

export function viewerOf(site: Site, actor: Actor, fromApp: boolean): Viewer {
  const accountId = accountOf(site, actor);
  const user = accountId === null ? null : (site.store.users.get(accountId) ?? null);
  const switches = site.switches();
  return {
    actor,
    user,
    timeZone: user?.timeZone ?? 'UTC',
    fromApp: fromApp || actor.kind === 'app',
    language: switches.language[accountId ?? ''] ?? siteLanguage(switches),
    switches,
  };
}
