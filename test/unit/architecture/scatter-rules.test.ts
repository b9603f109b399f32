import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CHECKS, LISTED, RULES, type RuleId } from '../../../src/domain/gate/rules';

const root = join(__dirname, '../../..');

const sources = ['src', 'static'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('build/'))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(root, folder, file), 'utf8') })),
);

/** The files that say what a rule is: its own, the list, the schema of its finding, its words, its button. */
const CEILING = 5;

/** Files that need some rules for their own subject. A new rule need not be told to any of them. */
const ABOUT_SOME: Readonly<Record<string, readonly RuleId[]>> = {
  'src/app/commitments/list-commitments.ts': ['brief.incomplete'],
  'src/app/subject/rests-on.ts': ['agreement.rests-on-unacknowledged'],
  'src/app/report/blocker-histories.ts': ['dependency.unmapped'],
  'src/domain/gate/evaluate.ts': ['owner.missing'],
  'src/domain/gate/rules/dependencies/too-few.ts': ['dependencies.undeclared'],
  'src/domain/report/drift/reinforcements.ts': [
    'agreement.unacknowledged',
    'authority.missing',
    'brief.incomplete',
    'checkin.stale',
    'escalation.unanswered',
  ],
  'static/panel/gate/finding-row.tsx': ['agreement.declined'],
  'static/panel/model/consequence.ts': ['agreement.unacknowledged', 'owner.not-accepted'],
  'static/report/view/views.ts': ['agreement.unacknowledged'],
  'static/report/readiness/choose-form.tsx': [
    'agreement.overdue',
    'agreement.unacknowledged',
    'owner.not-accepted',
  ],
};

const filesOf = (rule: RuleId): readonly string[] =>
  sources.filter(({ text }) => text.includes(`'${rule}'`)).map(({ file }) => file);

test.each(RULES)('the rule %s is told in at most five files, its own among them', (rule) => {
  const files = filesOf(rule).filter((file) => !ABOUT_SOME[file]?.includes(rule));
  expect(files).toContain(`src/domain/gate/rules/${rule.replace('.', '/')}.ts`);
  expect(files.length <= CEILING ? [] : files).toEqual([]);
});

test('no file is said to need a rule that it does not name', () => {
  const named = (file: string, rule: RuleId) => filesOf(rule).includes(file);
  const stale = Object.entries(ABOUT_SOME).filter(
    ([file, rules]) => !rules.every((rule) => named(file, rule)),
  );
  expect(stale).toEqual([]);
});

test('every file in a folder of rules is listed, once', () => {
  const folder = 'src/domain/gate/rules';
  const written = sources
    .map(({ file }) => file)
    .filter((file) => dirname(dirname(file)) === folder)
    .map((file) => `${basename(dirname(file))}.${basename(file, '.ts')}`);
  expect([...RULES].sort()).toEqual(written.sort());
  expect(Object.keys(CHECKS).sort()).toEqual(written.sort());
});

test('what is a part of another rule, or told as a step with it, is in its group', () => {
  const groupOf = (rule: RuleId) => LISTED.find(({ id }) => id === rule)?.group;
  for (const { group, partOf } of LISTED) if (partOf) expect(groupOf(partOf)).toBe(group);
});
