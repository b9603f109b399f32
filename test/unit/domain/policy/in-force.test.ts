import { dayZero, policyAt } from '../../../../src/domain/policy/in-force';
import { siteDefault, type Policy, type PolicyVersion } from '../../../../src/domain/policy/policy';

const day = (number: number): string => `2026-11-0${number}T08:00:00.000Z`;
const policy = (mode: Policy['mode']): Policy => ({ ...siteDefault, mode });
const saved = (version: number, savedAt: string, mode: Policy['mode'] | null): PolicyVersion => ({
  version,
  savedAt,
  savedBy: 'u-admin',
  policy: mode && policy(mode),
});
const modeAt = (
  at: string,
  project: readonly PolicyVersion[],
  site: readonly PolicyVersion[] = [],
): Policy['mode'] | undefined => policyAt({ project, site }, at)?.mode;

it('is the version saved last by then, that moment included', () => {
  const project = [saved(2, day(5), 'enforce'), saved(1, day(3), 'coach')];
  expect([2, 3, 4, 5, 6].map((number) => modeAt(day(number), project))).toEqual([
    'observe',
    'coach',
    'coach',
    'enforce',
    'enforce',
  ]);
});

it('follows the site where the project decided nothing, or nothing any more', () => {
  const site = [saved(1, day(2), 'coach')];
  expect(modeAt(day(1), [], site)).toBe('observe');
  expect(modeAt(day(3), [], site)).toBe('coach');
  const project = [saved(2, day(5), null), saved(1, day(4), 'enforce')];
  expect(modeAt(day(4), project, site)).toBe('enforce');
  expect(modeAt(day(6), project, site)).toBe('coach');
});

it('is not known before the oldest version that is listed, where others came before it', () => {
  const project = [saved(9, day(5), 'enforce'), saved(8, day(3), 'coach')];
  expect(modeAt(day(2), project)).toBeUndefined();
  expect(modeAt(day(4), project)).toBe('coach');
  expect(modeAt(day(1), [], [saved(4, day(3), 'coach')])).toBeUndefined();
});

it('day zero is the first save of the project or its site, and none where nobody chose', () => {
  expect(dayZero({ project: [], site: [] })).toBeUndefined();
  expect(dayZero({ project: [saved(1, day(4), 'coach')], site: [] })).toBe(day(4));
  expect(dayZero({ project: [saved(1, day(4), 'coach')], site: [saved(1, day(2), 'coach')] })).toBe(day(2));
});
