import { MODES } from '../../../../src/domain/policy/rules';
import { siteDefault, tighten, type TransitionRule } from '../../../../src/domain/policy/policy';
import { policyWith } from '../../../support/gate';

const rule = (more: Partial<TransitionRule> = {}): TransitionRule => ({
  checkpoint: 'start',
  alsoBlock: [],
  onOutage: 'closed',
  ...more,
});

describe('tightening a policy for one transition', () => {
  it('changes nothing where the rule asks for nothing', () => {
    expect(tighten(siteDefault, rule())).toEqual(siteDefault);
  });

  it('blocks the rules it names, at its own checkpoint only', () => {
    const tightened = tighten(siteDefault, rule({ checkpoint: 'start', alsoBlock: ['authority.missing'] }));
    expect(tightened.rules).toEqual({
      ...siteDefault.rules,
      'authority.missing': { ...siteDefault.rules['authority.missing'], start: 'block' },
    });
  });

  it.each(MODES.flatMap((own) => MODES.map((wished) => [own, wished] as const)))(
    'takes the stricter of %s and %s',
    (mode, wished) => {
      const stricter = MODES[Math.max(MODES.indexOf(mode), MODES.indexOf(wished))];
      expect(tighten(policyWith('warn', {}, { mode }), rule({ mode: wished })).mode).toBe(stricter);
    },
  );

  it('keeps everything that is not a rule or the mode', () => {
    const policy = policyWith(
      'warn',
      {},
      { version: 3, minimumDependencies: 2, workItemTypes: [{ level: 2 }] },
    );
    expect(tighten(policy, rule({ mode: 'enforce', alsoBlock: ['owner.shared'] }))).toMatchObject({
      version: 3,
      minimumDependencies: 2,
      workItemTypes: [{ level: 2 }],
      ownerSource: policy.ownerSource,
    });
  });
});
