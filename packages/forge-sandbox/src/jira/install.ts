import type { AppHost } from '../kernel';
import { forgeField } from './fields/custom';
import type { Site } from './site';

/** Gives the app its account and its custom fields, as installing it on a site does. Installing again renews both. */
export function installApp(site: Site, host: AppHost): void {
  const { store } = site;
  const { accountId, displayName } = site.app;
  store.users.set(accountId, {
    accountId,
    displayName,
    emailAddress: `${accountId}@connect.example.com`,
    accountType: 'app',
    active: true,
    timeZone: 'UTC',
    locale: 'en_US',
    groups: ['jira-users'],
  });
  for (const module of host.customFields) {
    const known = [...store.fields.values()].find((field) => field.forge?.key === module.key);
    const id = known?.id ?? `customfield_${store.nextId('field')}`;
    store.fields.set(id, forgeField(id, module, host));
  }
}
