import fc from 'fast-check';
import { apply, brakeOn, braked, heldAt, lift, type Brake } from '../../../../src/domain/policy/brake';
import { modeAt, siteDefault, tighten, type Policy } from '../../../../src/domain/policy/policy';
import { policyBehind, savedBehind, underKey } from '../../../../src/domain/policy/under-key';
import { addHours, instantOf, isBefore, type Instant } from '../../../../src/domain/time/time';

const NOW = '2026-12-01T09:00:00.000Z';
const brake = (hours: number, at: Instant = NOW): Brake => ({
  at,
  by: 'u-lead',
  reason: 'The release is stuck',
  until: addHours(at, hours),
});
const enforcing: Policy = { ...siteDefault, mode: 'enforce', version: 3 };

describe('an emergency brake', () => {
  test.each([
    ['now', 0, 'brake-in-the-past'],
    ['before now', -1, 'brake-in-the-past'],
    ['after more than 14 days', 14 * 24 + 1, 'brake-too-long'],
  ])('cannot end %s', (_, hours, refusal) => {
    expect(apply([], brake(hours))).toBe(refusal);
  });

  test('ends by itself at the moment it says, and is on up to it', () => {
    const one = brake(14 * 24);
    expect(apply([], one)).toEqual([one]);
    expect(heldAt(one, NOW)).toBe(true);
    expect(heldAt(one, addHours(one.until, -1))).toBe(true);
    expect(heldAt(one, one.until)).toBe(false);
    expect(heldAt(one, addHours(NOW, -1))).toBe(false);
  });

  test('that is lifted has held until then, for whoever asks about the past', () => {
    const at = addHours(NOW, 2);
    const lifted = lift([brake(48)], { at, by: 'u-admin' });
    if (typeof lifted === 'string') throw new Error(lifted);
    const [one] = lifted;
    if (!one) throw new Error('There is none.');
    expect([heldAt(one, addHours(NOW, 1)), heldAt(one, at)]).toEqual([true, false]);
    expect(lift(lifted, { at, by: 'u-admin' })).toBe('brake-not-on');
  });

  test('of the project and the site: what holds longest is told', () => {
    const [project, site] = [[brake(4)], [brake(8)]];
    expect(brakeOn({ project, site }, NOW)).toMatchObject({ of: 'site' });
    expect(brakeOn({ project: [brake(9)], site }, NOW)).toMatchObject({ of: 'project' });
    expect(brakeOn({ project, site: [] }, addHours(NOW, 5))).toBeUndefined();
  });

  test('lets no policy and no transition’s rule refuse anything, and changes nothing of what was saved', () => {
    const on = brakeOn({ project: [brake(4)], site: [] }, NOW);
    const held = braked(enforcing, on);
    const rule = { checkpoint: 'start', mode: 'enforce', alsoBlock: [], onOutage: 'closed' } as const;
    expect(held.mode).toBe('observe');
    expect(tighten(held, rule)).toMatchObject({ mode: 'observe', brake: on });
    expect(modeAt(held, rule)).toBe('observe');
    expect(modeAt(enforcing, rule)).toBe('enforce');
    const found = underKey(enforcing, siteDefault, '10001', { own: on, site: undefined, projectId: '10001' });
    expect(policyBehind(found, '10001')).toMatchObject({ mode: 'observe', brake: on });
    expect(savedBehind(found, '10001')).toBe(enforcing);
    // Another project behind the same key.
    expect(policyBehind(found, '10002')).toBe(siteDefault);
  });

  test('however brakes follow one another, one is on at most, and never for longer than 14 days', () => {
    const step = fc.record({
      pull: fc.boolean(),
      after: fc.integer({ min: 0, max: 400 }),
      hours: fc.integer({ min: -5, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [all, now]: [readonly Brake[], Instant] = [[], NOW];
        for (const { pull, after, hours } of steps) {
          now = addHours(now, after);
          const next = pull ? apply(all, brake(hours, now)) : lift(all, { at: now, by: 'u-admin' });
          if (typeof next !== 'string') all = next;
          expect(all.filter((one) => heldAt(one, now)).length).toBeLessThanOrEqual(1);
          for (const one of all) expect(isBefore(addHours(one.at, 14 * 24), one.until)).toBe(false);
          expect(all.some((one) => heldAt(one, instantOf(Date.parse(now) + 15 * 86_400_000)))).toBe(false);
        }
      }),
    );
  });
});
