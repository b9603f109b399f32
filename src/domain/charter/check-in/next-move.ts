import type { IsoDate } from '../../time/time';
import type { Refusal } from '../rejection';
import type { NextChoice, NextMove } from './check-in';

/** A next step as it is typed. */
export interface TypedNext {
  readonly choice: NextChoice;
  readonly until?: IsoDate | undefined;
  readonly reason?: string | undefined;
}

export const nextOf = ({ choice, until, reason }: TypedNext): NextMove => ({
  choice,
  ...(until !== undefined && { until }),
  ...(reason !== undefined && { reason }),
});

/** What each choice has to say to mean anything. */
const WANTS: Readonly<Record<NextChoice, readonly ('until' | 'reason')[]>> = {
  decision: ['reason'],
  replacement: ['reason'],
  'new-date': ['until', 'reason'],
  recommit: [],
  wait: ['until', 'reason'],
};

/** Refuses a next step that says too little, names a day that is over, or stands beside “on track: yes”. */
export function refuseNext(next: TypedNext | undefined, onTrack: boolean, today: IsoDate): Refusal | null {
  if (!next) return null;
  if (onTrack) return { code: 'next-while-on-track', field: 'next' };
  const wants = WANTS[next.choice];
  if (wants.includes('until') && next.until === undefined) {
    return { code: 'next-without-day', field: 'next.until' };
  }
  if (next.until !== undefined && next.until < today) {
    return { code: 'date-in-past', field: 'next.until', date: next.until, today };
  }
  return wants.includes('reason') && next.reason === undefined
    ? { code: 'next-without-reason', field: 'next.reason' }
    : null;
}
