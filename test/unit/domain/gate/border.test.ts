import { afterMeeting, attached, ruleAt, type Borders, type Met } from '../../../../src/domain/gate/border';
import type { TransitionRule } from '../../../../src/domain/policy/policy';

const rule: TransitionRule = { checkpoint: 'start', mode: 'enforce', alsoBlock: [], onOutage: 'closed' };
const at = (minute: number): string => `2026-11-23T12:${String(minute).padStart(2, '0')}:00.000Z`;
const met = (minute: number, more: Partial<Met> = {}): Met => ({
  projectId: '7',
  checkpoint: 'start',
  at: at(minute),
  ...more,
});
const after = (...all: readonly Met[]): Borders | undefined =>
  all.reduce<Borders | undefined>((borders, one) => afterMeeting(borders, one), undefined);

it('a rule is alive once it was asked, until something crosses unasked', () => {
  expect(attached(undefined)).toEqual({ start: false, finish: false });
  expect(attached(after(met(1, { rule })))).toEqual({ start: true, finish: false });
  expect(attached(after(met(1, { rule }), met(2)))).toEqual({ start: false, finish: false });
  expect(attached(after(met(1, { rule }), met(2), met(3, { rule })))).toEqual({ start: true, finish: false });
  expect(attached(after(met(1, { checkpoint: 'finish', rule })))).toEqual({ start: false, finish: true });
});

it('of one moment what is told later counts', () => {
  expect(attached(after(met(1, { rule }), met(1)))).toMatchObject({ start: false });
  expect(attached(after(met(1), met(1, { rule })))).toMatchObject({ start: true });
});

it('what is told late changes nothing about what came after it', () => {
  const known = after(met(5, { rule }));
  expect(afterMeeting(known, met(3))).toBe(known);
  expect(attached(after(met(5), met(3, { rule })))).toEqual({ start: false, finish: false });
});

it('the rule asked last is known with its moment, also where something crossed unasked since', () => {
  const borders = after(met(1, { rule }), met(4));
  expect(ruleAt(borders, 'start', at(2))).toBe(rule);
  expect(ruleAt(borders, 'start', at(0))).toBeUndefined();
  expect(ruleAt(borders, 'finish', at(2))).toBeUndefined();
  const mended = { ...rule, mode: 'observe' } as const;
  expect(ruleAt(afterMeeting(borders, met(6, { rule: mended })), 'start', at(4))).toBeUndefined();
});

it('says nothing of another project that has the key by now', () => {
  const before = after(met(1, { rule }));
  expect(attached(afterMeeting(before, met(2, { projectId: '8', checkpoint: 'finish' })))).toEqual({
    start: false,
    finish: false,
  });
});
