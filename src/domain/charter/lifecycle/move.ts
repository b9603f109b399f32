import type { IssueKey } from '../../ids';
import type { Instant } from '../../time/time';
import type { Charter } from '../charter';
import { defineEvent, type Happened } from '../define-command';
import type { CharterEvent } from '../events';
import { stamp } from '../refusals';
import { noticed } from './noticed';
import { restorationOf } from './record-restoration';
import { nobody } from '../tells';
import { always } from '../may-follow';

/** Jira gave the work item another key; its charter went with it. */
interface ItemMoved extends Happened {
  readonly type: 'item-moved';
  readonly from: IssueKey;
  readonly to: IssueKey;
}

/** No command decides it: the charter is found under its new key, and told so. */
export const itemMoved = defineEvent<ItemMoved>({
  event: 'item-moved',
  affects: [],
  people: [],
  mayFollow: always,
  tells: nobody,
  evolve: (charter) => charter,
});

/** What a new key adds to a charter's history. An item that has a key is there, whatever was thought before. */
export function moveEvents(
  charter: Charter,
  from: IssueKey,
  to: IssueKey,
  now: Instant,
): readonly CharterEvent[] {
  const back = restorationOf(charter, noticed(now));
  return [{ type: 'item-moved', ...stamp(noticed(now)), from, to }, ...(back.ok ? back.value : [])];
}
