import { readFollowUp } from '../../src/entry/follow-up';

const passage = {
  kind: 'passage',
  issueKey: 'EXP-1',
  toStatusId: '3',
  checkpoint: 'start',
  reason: 'coach',
  rules: ['owner.missing'],
  advice: ['Nobody owns this work item.'],
  at: '2026-11-23T12:00:00.000Z',
};

it('reads what was queued', () => {
  expect(readFollowUp({ kind: 'shadow', issueKey: 'EXP-1' })).toEqual({ kind: 'shadow', issueKey: 'EXP-1' });
  expect(readFollowUp(passage)).toEqual(passage);
});

it.each([
  undefined,
  null,
  'shadow',
  {},
  { kind: 'shadow' },
  { kind: 'shadow', issueKey: '' },
  { kind: 'burn', issueKey: 'EXP-1' },
  { ...passage, checkpoint: 'middle' },
  { ...passage, reason: 'because' },
  { ...passage, issueKey: 7 },
])('reads %j as nothing', (body) => {
  expect(readFollowUp(body)).toBeNull();
});
