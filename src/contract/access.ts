import { calls, type CallKey, type CallOf } from './calls';

export type { Access } from './calls/access';

type AccessOf = { readonly [K in CallKey]: CallOf<K>['access'] };

/** Who may make each call, as Jira knows them. */
export const access = Object.fromEntries(calls.map(({ key, access: needs }) => [key, needs])) as AccessOf;
