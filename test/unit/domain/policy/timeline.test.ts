import { siteDefault, type Policy, type PolicyVersion } from '../../../../src/domain/policy/policy';
import { policyChangePoints } from '../../../../src/domain/policy/timeline';

const saved = (version: number, day: string, policy: Partial<Policy> | null): PolicyVersion => ({
  version,
  savedAt: `2026-${day}T08:00:00.000Z`,
  savedBy: 'u-lead',
  policy: policy && { ...siteDefault, ...policy, version },
});
const told = (...args: Parameters<typeof policyChangePoints>) =>
  policyChangePoints(...args).map(({ at, changes }) => [at.slice(5, 10), changes]);

it('tells what was different from each save on, oldest first', () => {
  const versions = [
    saved(2, '10-12', { acknowledgementHours: 48, intake: ['inputs'] }),
    saved(1, '09-07', { acknowledgementHours: 48 }),
  ];
  expect(told(versions, [])).toEqual([
    ['09-07', [{ kind: 'acknowledgement-hours', from: 24, to: 48 }]],
    ['10-12', [{ kind: 'intake-added', field: 'inputs' }]],
  ]);
});

it('follows the site while the project decides nothing', () => {
  const site = [saved(2, '10-05', { mode: 'observe' }), saved(1, '09-01', { mode: 'coach' })];
  const project = [saved(2, '10-20', null), saved(1, '09-20', { mode: 'enforce' })];
  expect(told(project, site)).toEqual([
    ['09-01', [{ kind: 'mode', from: 'observe', to: 'coach' }]],
    ['09-20', [{ kind: 'mode', from: 'coach', to: 'enforce' }]],
    // The site's save of 5 October changed nothing here; going back to it did.
    ['10-20', [{ kind: 'mode', from: 'enforce', to: 'observe' }]],
  ]);
});

it('says nothing of saves that changed nothing', () => {
  expect(told([saved(1, '09-07', {})], [])).toEqual([]);
});

it('does not guess what stood in front of the oldest version it was given', () => {
  const listed = [saved(52, '10-12', { mode: 'coach' }), saved(51, '09-07', { mode: 'observe' })];
  expect(told(listed, [])).toEqual([['10-12', [{ kind: 'mode', from: 'observe', to: 'coach' }]]]);
  expect(told([saved(1, '10-20', { mode: 'coach' })], listed)).toEqual([
    ['10-12', [{ kind: 'mode', from: 'observe', to: 'coach' }]],
  ]);
});
