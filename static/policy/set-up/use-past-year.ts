import { useEffect, useState } from 'react';
import type { BacktestAnswer } from '../../../src/contract/backtest';
import { noFigures, together, type Figures } from '../../../src/domain/report/backtest/figures';
import type { Policy } from '../../../src/domain/policy/policy';
import { datePlus } from '../../../src/domain/time/time';
import { call, type Failure, type Problem } from '../../ui/call';
import { readPages } from '../../ui/read-pages';
import { useToday } from '../../ui/surroundings';
import { toInput } from '../model/input';

export interface PastYear {
  readonly figures: Figures;
  readonly state: 'running' | 'done' | Problem;
}

/** A choice is worth a replay once it has stood for a moment. */
const PAUSE_MS = 400;

/** Until somebody accepted, Jira's history tells of no other owner than its assignees. */
const asJiraTells = (policy: Policy): Policy =>
  policy.ownerSource.kind === 'charter' ? { ...policy, ownerSource: { kind: 'assignee' } } : policy;

/** What a policy would have done to the last year of this project, replayed while its reader is at something else. */
export function usePastYear(policy: Policy, attempt: number): PastYear {
  const today = useToday();
  const [past, setPast] = useState<PastYear>({ figures: noFigures, state: 'running' });
  const asked = JSON.stringify(toInput({ ...asJiraTells(policy), mode: 'enforce' }));
  useEffect(() => {
    const leaving = new AbortController();
    let figures = noFigures;
    setPast({ figures, state: 'running' });
    const timer = setTimeout(
      () =>
        void readPages<BacktestAnswer>(
          (cursor): Promise<BacktestAnswer | Failure> =>
            call('backtest/run', {
              // The question is what it was made of; the compiler cannot follow it through JSON.
              policy: JSON.parse(asked) as ReturnType<typeof toInput>,
              from: datePlus(today, -365),
              to: today,
              ...(cursor !== null && { cursor }),
            }),
          (answer) => {
            if (!answer.ok) return setPast({ figures, state: answer.error });
            figures = together([figures, answer.figures]);
            setPast({ figures, state: answer.nextCursor === undefined ? 'done' : 'running' });
          },
          leaving.signal,
        ),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked, today, attempt]);
  return past;
}
