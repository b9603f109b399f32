import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import { evaluateGate } from '../../src/domain/gate/evaluate';
import { siteDefault } from '../../src/domain/policy/policy';

const NOW = '2026-11-23T12:00:00.000Z';

/** Milliseconds each of many decisions takes, on a charter with this many unanswered requests. */
export function decideAll(agreements: number, rounds: number): number[] {
  const history: CharterEvent[] = [
    { type: 'dri-nominated', at: NOW, by: 'u-1', accountId: 'u-2' },
    { type: 'dri-accepted', at: NOW, by: 'u-2' },
    ...Array.from({ length: agreements }, (_, n): CharterEvent => ({
      type: 'agreement-requested',
      at: NOW,
      by: 'u-2',
      agreementId: `A${n + 1}`,
      providerAccountId: `p-${n}`,
      providerZone: 'Europe/Berlin',
      deliverable: `Promise ${n}`,
      acceptance: 'Both sides see that it is there',
      neededBy: '2026-12-18',
    })),
  ];
  const charter = replay(history);
  const item = {
    issueId: '1',
    issueKey: 'EXP-1',
    projectKey: 'EXP',
    summary: '',
    issueType: 'Epic',
    status: { id: '1', name: 'To Do', category: 'new' },
    ownerField: null,
    blockers: [],
    people: {},
  } as const;
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    const { findings } = evaluateGate({ charter, item, policy: siteDefault, checkpoint: 'start', now: NOW });
    if (findings.length !== agreements) throw new Error(`${findings.length} findings`);
    return performance.now() - started;
  });
}
