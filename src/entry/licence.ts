import { record } from '../platform/read';

/**
 * Whether the platform says that the app's licence has lapsed, in the context of an invocation. It says nothing of apps
 * that are free, not listed, in development or in staging: only a plain no is a no.
 */
export const hasLapsed = (context: unknown): boolean =>
  record(record(context)['license'])['active'] === false;
