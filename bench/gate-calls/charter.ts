import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import { evaluate } from '../../src/domain/gate/evaluate';
import { peopleRead } from '../../src/domain/gate/people';
import { subjectOf } from '../../src/domain/gate/build-subject';
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
    projectId: '10000',
    summary: '',
    issueType: 'Epic',
    type: { id: '10000', name: 'Epic', level: 1 },
    status: { id: '1', name: 'To Do', category: 'new' },
    ownerField: null,
    blockers: [],
    people: {},
  } as const;
  const everybody = ['u-2', ...charter.agreements.map(({ providerAccountId }) => providerAccountId)];
  const people = peopleRead(
    Object.fromEntries(
      everybody.map((accountId) => [
        accountId,
        { accountId, kind: 'human', active: true, displayName: accountId },
      ]),
    ),
  );
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    const subject = subjectOf({ charter, item, people, policy: siteDefault });
    const { findings } = evaluate(subject, 'start', NOW);
    const unanswered = findings.filter(({ rule }) => rule === 'agreement.unacknowledged');
    if (unanswered.length !== agreements) throw new Error(`${unanswered.length} unanswered`);
    return performance.now() - started;
  });
}
