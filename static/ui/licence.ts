import type { FullContext } from '@forge/bridge';

let lapsed = false;

/** Kept once, before a page shows anything: a licence does not change while a page is open. Only a plain no is a no. */
export function noteLicence(context: FullContext | undefined): void {
  lapsed = context?.license?.active === false;
}

/** Whether the app's licence has lapsed: everything is read, and nothing is offered that would change something. */
export const isLapsed = (): boolean => lapsed;
