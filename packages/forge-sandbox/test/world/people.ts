import type { Jira } from '../../src/jira';

/** People with distinct first and last names, so that a message naming one names nobody else. */
const people: readonly (readonly [
  accountId: string,
  name: string,
  timeZone: string,
  groups?: readonly string[],
])[] = [
  ['u-coo', 'Mara Okonkwo', 'Africa/Lagos'],
  ['u-cto', 'Jonas Lindqvist', 'Europe/Stockholm'],
  ['u-product', 'Priya Raman', 'Asia/Kolkata'],
  ['u-marketing', 'Camille Duret', 'Europe/Paris'],
  ['u-sales', 'Diego Fuentes', 'America/Mexico_City'],
  ['u-ops', 'Hana Sato', 'Asia/Tokyo'],
  ['u-platform', 'Tomasz Wrona', 'Europe/Warsaw'],
  ['u-admin', 'Ruth Adeyemi', 'Europe/London', ['jira-users', 'jira-administrators']],
  ['u-lead', 'Ingrid Haugen', 'Europe/Oslo'],
  ['u-viewer', 'Leo Marchetti', 'Europe/Rome'],
  ['u-outsider', 'Noor Hassan', 'Asia/Dubai'],
  ['u-gone', 'Pavel Dvorak', 'Europe/Prague'],
  ['u-supplier', 'Kiri Tamihana', 'Pacific/Auckland'],
];

/** Those who work in every project. */
export const members = ['u-coo', 'u-cto', 'u-product', 'u-marketing', 'u-sales', 'u-ops', 'u-platform'];

/** Thirteen people, one of them deactivated, and an app's account. */
export function seedPeople(jira: Jira): void {
  for (const [accountId, displayName, timeZone, groups] of people) {
    const emailAddress = `${displayName.toLowerCase().replace(' ', '.')}@example.com`;
    jira.addUser({ accountId, displayName, emailAddress, timeZone, ...(groups ? { groups } : {}) });
  }
  jira.addUser({ accountId: 'u-bot', displayName: 'Release Robot', accountType: 'app' });
  jira.deactivateUser('u-gone');
}
