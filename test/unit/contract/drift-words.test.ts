import { wordInsight, wordReinforcement } from '../../../src/contract/wording/drift';
import { indicatorWords } from '../../../src/contract/wording/indicators';
import type { Reinforcement } from '../../../src/domain/report/drift/reinforcements';
import { INDICATORS } from '../../../src/domain/report/indicators/indicators';

const reader = { today: '2026-11-23' };
const since = '2026-10-05';
const latency = (now: number, before: number) =>
  wordInsight(
    {
      indicator: 'acknowledgement-latency',
      provider: { teamId: 'T3', name: 'Operations' },
      now,
      before,
      since,
    },
    reader,
  );

it.each([
  [63, 27, 'three days instead of one'],
  [40, 37, '40 hours instead of 37'],
  [30, 12, '30 hours instead of 12 hours'],
  [72, 4, 'three days instead of four hours'],
  [20, 72, '20 hours instead of three days'],
  [5, 0.5, 'five hours instead of less than an hour'],
])('speaks of %d hours after %d as people do', (now, before, words) => {
  expect(latency(now, before)).toBe(
    `Acknowledgements from Operations take ${words} since the week of 5 Oct.`,
  );
});

it('names the other project, or other teams where it is about all of them', () => {
  const said = { indicator: 'intake-completeness', now: 0.5, before: 0.92, since } as const;
  expect(wordInsight({ ...said, provider: { projectKey: 'PLAT' } }, reader)).toBe(
    'First requests to the PLAT team get a plain yes in 50% instead of 92% of cases since the week of 5 Oct.',
  );
  expect(wordInsight(said, reader)).toContain('First requests to other teams');
});

it('has a sentence for every indicator, with nothing left to fill in', () => {
  for (const indicator of INDICATORS) {
    const sentence = wordInsight({ indicator, now: 3, before: 1, since }, reader);
    expect(sentence).not.toContain('@');
    expect(sentence).toMatch(/^[A-Z].* since the week of 5 Oct\.$/);
  }
});

it('has a name and a definition of its own for every indicator', () => {
  const all = INDICATORS.map((indicator) => indicatorWords(indicator));
  expect(new Set(all.map(({ name: own }) => own)).size).toBe(INDICATORS.length);
  expect(new Set(all.map(({ definition }) => definition)).size).toBe(INDICATORS.length);
});

it.each<[Reinforcement, string]>([
  [
    { kind: 'intake-added', field: 'inputs' },
    'Ask for what the provider gets to start with, in every request',
  ],
  [{ kind: 'acknowledgement-hours', from: 24, to: 72 }, 'Allow three days instead of one to acknowledge'],
  [
    { kind: 'acknowledgement-hours', from: 120, to: 48 },
    'Expect an acknowledgement within two days instead of five',
  ],
  [
    { kind: 'rule', rule: 'agreement.unacknowledged', checkpoint: 'start', from: 'warn', to: 'block' },
    'Let work start only once every agreement is acknowledged',
  ],
  [
    { kind: 'rule', rule: 'brief.incomplete', checkpoint: 'start', from: 'off', to: 'warn' },
    'Warn when work is about to start before the brief is complete',
  ],
  [
    { kind: 'mode', from: 'observe', to: 'coach' },
    'Comment on moves with unmet rules instead of only recording them',
  ],
])('labels %j', (change, label) => {
  expect(wordReinforcement(change)).toBe(label);
});
