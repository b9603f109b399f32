import type { Site, Viewer } from '../site';
import type { JsonObject, User } from '../model/types';
import { siteLanguage, type Language, type Switches } from '../../switches';

function avatars(site: Site, path: string): JsonObject {
  const url = `${site.baseUrl()}/sandbox/shell/${path}.svg`;
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
}

export const projectAvatars = (site: Site, key: string): JsonObject => avatars(site, `project/${key}`);

/** A person as they stand in issue fields, comments and changelogs. */
export function userDetails(site: Site, user: User): JsonObject {
  return {
    self: `${site.baseUrl()}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    ...(user.emailAddress === '' ? {} : { emailAddress: user.emailAddress }),
    avatarUrls: avatars(site, `avatar/${encodeURIComponent(user.accountId)}`),
    displayName: user.displayName,
    active: user.active,
    ...(site.switches().privateZones.includes(user.accountId) ? {} : { timeZone: user.timeZone }),
    accountType: user.accountType,
  };
}

/** Looks a person up and renders them; null stays null, and so does somebody the site never knew. */
export function personOf(site: Site, accountId: unknown): JsonObject | null {
  const user = typeof accountId === 'string' ? site.store.users.get(accountId) : undefined;
  return user ? userDetails(site, user) : null;
}

/** The locale of the language the account reads. */
function localeOf(switches: Switches, { accountId, locale }: User): string {
  const language = switches.language[accountId] ?? siteLanguage(switches);
  return locale.startsWith(language) ? locale : LOCALES[language];
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en_US', de: 'de_DE', ja: 'ja_JP' };

/** A person as the user resources answer, the hidden time zone to its owner alone. Groups come with `expand=groups`, for oneself and administrators. */
export function userBean(site: Site, user: User, viewer: Viewer, expand: ReadonlySet<string>): JsonObject {
  const expanded =
    viewer.user !== null && expand.has('groups')
      ? {
          groups: {
            size: user.groups.length,
            items: user.groups.map((name) => ({
              name,
              groupId: site.store.groups.get(name)?.id ?? name,
              self: `${site.baseUrl()}/rest/api/3/group?groupname=${encodeURIComponent(name)}`,
            })),
          },
        }
      : {};
  const own = viewer.actor.kind === 'site' || viewer.user?.accountId === user.accountId;
  return {
    ...userDetails(site, user),
    ...(own ? { timeZone: user.timeZone } : {}),
    locale: localeOf(site.switches(), user),
    ...expanded,
  };
}
