import { isAhead } from '../../domain/notices/steps-by-cause';
import type { Audience, Cause } from '../../domain/policy/notice-steps';
import type { IsoDate } from '../../domain/values';
import type { LozengeState } from '../../domain/report/accountability/lozenge';
import { list, plainDate } from './names';

/** A Jira lozenge: its words and its look. */
export interface Lozenge {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

const causes: Readonly<Record<Cause, string>> = {
  acknowledgement: 'Not answered',
  acceptance: 'Not accepted',
  'due-soon': 'Due soon',
  overdue: 'Overdue',
  'check-in': 'Check-in missed',
  question: 'Not decided',
  review: 'Review date passed',
  'authority-ending': 'Authority ends',
  'waiver-ending': 'Waiver ends',
  confirmation: 'Not confirmed',
};

/** Whom a clock runs for, where it runs for somebody else than the DRI. */
const asked: Readonly<Partial<Record<Cause, string>>> = {
  acknowledgement: 'provider',
  acceptance: 'nominee',
  'due-soon': 'provider',
  confirmation: 'provider',
  overdue: 'provider',
  question: 'person asked',
};

const audiences: Readonly<Record<Exclude<Audience, 'asked'>, string>> = {
  dri: 'DRI',
  sponsor: 'sponsor',
  'programme-lead': 'programme lead',
};

/** A standing in the few words a lozenge has room for: `Overdue: sponsor told`. */
export function wordLozenge(standing: LozengeState, today: IsoDate): Lozenge {
  switch (standing.kind) {
    case 'rung': {
      const { cause, rung, told } = standing.rung;
      const who = told.map(({ audience }) =>
        audience === 'asked' ? (asked[cause] ?? 'DRI') : audiences[audience],
      );
      const words = who.length === 0 ? '' : `: ${list([...new Set(who)])} told`;
      const late = rung > 0 ? 'removed' : 'moved';
      return { label: `${causes[cause]}${words}`, type: isAhead(cause) ? 'inprogress' : late };
    }
    case 'off-track':
      return { label: `Off track since ${plainDate(standing.since.slice(0, 10), today)}`, type: 'removed' };
    case 'nobody':
      return { label: 'No owner yet', type: 'default' };
    case 'open':
      return {
        label: `${standing.count} to settle`,
        type: standing.blocking ? 'inprogress' : 'default',
      };
    case 'above':
      return { label: `Waits for ${standing.issueKey}`, type: 'inprogress' };
    case 'not-known':
      return { label: 'Not known', type: 'default' };
    case 'in-order':
      return { label: 'In order', type: 'success' };
  }
}
