import { isRecord } from '../../platform/read';
import { unknownCursor } from '../subject/unknown-cursor';

/** Where a portfolio goes on: at the next projects of a list, or at some of them that were listed before. */
export type Position =
  | { readonly startAt: number }
  | {
      readonly projectKeys: readonly string[];
      /** A project of the group whose items come next; absent at the first. */
      readonly at?: string;
      /** Jira's token of the next page of that group. */
      readonly pageToken?: string;
      /** Where the list of projects goes on after these. */
      readonly then?: number;
    };

export const cursorOf = (position: Position): string => JSON.stringify(position);

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z0-9_]{1,254}$/.test(value);
const isStart = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

/** @throws CallRefused `invalid` for a cursor that no page gave */
export function positionIn(cursor: string): Position {
  let read: unknown;
  try {
    read = JSON.parse(cursor);
  } catch {
    throw unknownCursor();
  }
  if (!isRecord(read)) throw unknownCursor();
  const { startAt, projectKeys, at, pageToken, then } = read;
  if (isStart(startAt)) return { startAt };
  if (!Array.isArray(projectKeys) || projectKeys.length === 0 || !projectKeys.every(isKey))
    throw unknownCursor();
  return {
    projectKeys,
    ...(isKey(at) && { at }),
    ...(typeof pageToken === 'string' && { pageToken }),
    ...(isStart(then) && { then }),
  };
}
