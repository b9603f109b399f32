import { wordConflict } from '../../../src/contract/wording/conflicts';
import { wordLozenge } from '../../../src/contract/wording/lozenge';
import { uncheckedTransition, unseenTransition } from '../../../src/contract/wording/refused-transition';
import { wordWarnedMove } from '../../../src/contract/wording/warned-moves';
import { COMMANDS } from '../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../src/domain/charter/events';
import type { RuleId } from '../../../src/domain/gate/rules';
import type { LozengeState } from '../../../src/domain/report/accountability/lozenge';
import { CAUSES, type Cause } from '../../../src/domain/policy/notice-steps';

// What a site reads is recorded beside this file: a changed sentence is seen in a review, and none changes by accident.

const TODAY = '2026-11-23';
const NOW = '2026-11-23T09:00:00.000Z';
const name = (accountId: string): string => `<${accountId}>`;

test('what somebody else did is told by name, whatever it was', () => {
  const told = (type: string) => wordConflict({ type, by: 'u-1' } as unknown as CharterEvent, name);
  expect(told('agreement-countered')).toBe(
    '<u-1> offered other terms since you opened this. Nothing of yours was saved over it; look at what holds now, then decide again.',
  );
  for (const { event } of COMMANDS)
    expect([event, told(event)]).toEqual([event, expect.stringMatching(/^<u-1> [a-z]/)]);
});

test('a gate that could not look says why as recorded', () => {
  const causes = [
    'jira',
    'jira-too-many',
    'jira-refused',
    'jira-broken-question',
    'storage',
    'timeout',
    'internal',
  ] as const;
  expect([
    ...causes.map((cause) => uncheckedTransition('EXP-1', cause)),
    uncheckedTransition('EXP-1', 'jira-too-many', '2026-11-23T14:20:00.000Z'),
    unseenTransition('EXP-1', 'EXP-1'),
    unseenTransition('EXP-12', 'EXP-1'),
  ]).toMatchSnapshot();
});

test('a lozenge has the recorded words', () => {
  const step = (cause: Cause, rung: number): LozengeState =>
    ({
      kind: 'step',
      step: {
        cause,
        rung,
        told: (['asked', 'dri', 'sponsor', 'programme-lead'] as const)
          .slice(0, rung)
          .map((audience) => ({ audience })),
      },
    }) as unknown as LozengeState;
  const states = [
    ...CAUSES.flatMap((cause) => [0, 1, 4].map((rung) => step(cause, rung))),
    { kind: 'off-track', since: NOW },
    { kind: 'nobody' },
    { kind: 'open', count: 1, blocking: true },
    { kind: 'open', count: 1200, blocking: false },
    { kind: 'above', issueKey: 'EXP-9' },
    { kind: 'not-known' },
    { kind: 'in-order' },
  ] as unknown as readonly LozengeState[];
  expect(states.map((state) => wordLozenge(state, TODAY))).toMatchSnapshot();
});

test('a warned move is told as recorded', () => {
  const rules: readonly RuleId[] = ['owner.missing', 'agreement.overdue', 'brief.incomplete'];
  const said = (movedBy: string | undefined, checkpoint: 'start' | 'finish', left: number) =>
    wordWarnedMove({
      passage: { movedBy, checkpoint, at: NOW, rules: rules.slice(0, left) } as never,
      left: rules.slice(0, left),
      reader: 'u-me',
      zone: 'UTC',
      now: NOW,
      name,
    });
  expect([
    said(undefined, 'start', 1),
    said('u-me', 'finish', 2),
    said('u-other', 'start', rules.length),
  ]).toMatchSnapshot();
});
