import type { Drill } from './kind';

const ID = 'brief.outdated';

/** The rule: what CONTRIBUTING calls its own file. */
const rule = `import type { IsoDate } from '../../../values';
import { theDri, type Check, type Rule } from '../rule';

/** The day on which the brief was to be looked at again is not over, wherever one looks from. */
export const rule = {
  id: '${ID}',
  group: 'brief',
  defaults: { start: 'off', finish: 'warn' },
} as const satisfies Rule;

interface Facts {
  readonly reviewOn: IsoDate;
}

const OVER_EVERYWHERE_MS = 48 * 3_600_000;

export const check: Check<Facts> = {
  unmet: ({ charter: { brief } }, now) =>
    brief && Date.parse(brief.reviewOn) + OVER_EVERYWHERE_MS < Date.parse(now)
      ? [{ reviewOn: brief.reviewOn }]
      : [],
  who: theDri,
};
`;

const test = `import { unmetOf } from '../../../../src/domain/gate/find';
import { replay } from '../../../../src/domain/charter/evolve';
import { NOW } from '../../../support/charter-spec';
import { briefed, owner } from '../../../support/events';
import { COO } from '../../../support/people';
import { factsOf } from '../../../support/subject';

const found = (reviewOn: string) =>
  unmetOf(['${ID}'], factsOf({ charter: replay([...owner(COO), briefed(COO, { reviewOn })]) }), NOW);

it('is raised by a brief that was to be looked at again before today, and by no other', () => {
  expect(found('2020-01-01')).toEqual([{ rule: '${ID}', reviewOn: '2020-01-01' }]);
  expect(found('2030-01-01')).toEqual([]);
});
`;

export const drill: Drill = {
  title: 'One more rule of the gate',
  ceilings: { code: 5, texts: 1, tests: 3 },
  begin({ add, after }) {
    add('src/domain/gate/rules/brief/outdated.ts', rule);
    const list = 'src/domain/gate/rules/index.ts';
    after(
      list,
      "import * as briefIncomplete from './brief/incomplete';\n",
      "import * as briefOutdated from './brief/outdated';\n",
    );
    after(list, '  briefIncomplete.rule,\n', '  briefOutdated.rule,\n');
    after(list, "  'brief.incomplete': briefIncomplete.check,\n", `  '${ID}': briefOutdated.check,\n`);
    add('test/unit/domain/gate/brief-outdated.test.ts', test);
  },
  finish({ after }) {
    after(
      'src/contract/outputs-finding.ts',
      "  'brief.incomplete': finding('brief.incomplete', {}),\n",
      `  '${ID}': finding('${ID}', { reviewOn: z.iso.date() }),\n`,
    );
    const words = 'src/contract/wording/rules/brief.ts';
    after(
      words,
      "import type { RuleIn } from '../../../domain/gate/rules';\n",
      "import { plainDate } from '../names';\n",
    );
    after(
      words,
      "export const told: ToldOf<RuleIn<'brief'>> = {\n",
      `  '${ID}': ({ reviewOn }, { today }) => ({ date: plainDate(reviewOn, today) }),\n`,
    );
    after(
      'static/panel/model/offers.ts',
      "  'brief.incomplete': (answer) => allowed(answer, [{ kind: 'write-brief' }]),\n",
      `  '${ID}': (answer) => allowed(answer, [{ kind: 'write-brief' }]),\n`,
    );
    after(
      'texts/en/rules.json',
      '{\n',
      `  "${ID}": {
    "name": "Brief not looked at",
    "asks": "The brief was looked at in time.",
    "why": "nobody had looked at the brief",
    "found": "The brief was to be looked at again on {date}.",
    "next": "Look at the brief, and name another day.",
    "alone": "its brief was not looked at again",
    "demanded": "the brief was looked at in time"
  },\n`,
    );
    after(
      'test/unit/domain/policy/presets.test.ts',
      "      'brief.incomplete': { start: 'warn', finish: 'block' },\n",
      `      '${ID}': { start: 'off', finish: 'warn' },\n`,
    );
    after(
      'test/support/findings.ts',
      "  'brief.incomplete': [{ rule: 'brief.incomplete' }],\n",
      `  '${ID}': [{ rule: '${ID}', reviewOn: '2026-12-04' }],\n`,
    );
  },
  tests: [
    'test/unit/domain/gate/brief-outdated',
    'test/unit/domain/gate/evaluate',
    'test/unit/domain/policy',
    'test/unit/contract',
    'test/unit/properties/rules-met',
    'test/unit/properties/gate.test',
    'test/unit/static/ui',
    'test/unit/static/policy',
    'test/unit/static/panel',
    'test/unit/architecture/scatter-rules',
  ],
};
