import '../../support/bridge';
import { headline } from '../../../../../static/report/rows/headline';
import { initialView } from '../../../../../static/report/view/view-state';
import { TestMark } from '../../../../../static/report/items/test-marks';
import { FindingsList, FindingsToggle, opensOn } from '../../../../../static/report/items/findings';
import { LostNamesNotice, NotKnown, UnknownTypes } from '../../../../../static/report/items/not-known';
import { NothingInScope } from '../../../../../static/report/items/nothing';
import { LoadProblem } from '../../../../../static/ui/call-problem';
import { buttonsOf, wordsOf } from '../../support/render';
import { row } from '../rows/rows';

const nothing = () => undefined;
const initiative = { id: '99', name: 'Initiative' };

test('each light is a word', () => {
  const words = (['yes', 'no', 'unknown'] as const).map((answer) => wordsOf(<TestMark answer={answer} />));
  expect(words).toEqual(['Yes', 'No', 'Not known']);
});

test('findings that nobody knows are not said to be none', () => {
  const words = (hidden: boolean) =>
    wordsOf(<FindingsToggle row={row({ hidden })} listId="x" isOpen={false} onToggle={nothing} />);
  expect(words(true)).toBe('Not known: Holdfast may not see it');
  expect(words(false)).toBe('None');
});

test('a row without findings opens on what its owner says is in the way, and what they ask for', () => {
  const { item, ...rest } = row({});
  const said = {
    at: '2026-11-20T09:00:00.000Z',
    biggestRisk: 'The permit',
    needs: [],
    atRisk: 0,
    notAsked: 0,
  };
  const next = { choice: 'decision' as const };
  const off = { ...rest, item: { ...item, onTrack: false, checkIn: { ...said, next } } };
  expect([opensOn(off), opensOn(row({}))]).toEqual([true, false]);
  const toggle = <FindingsToggle row={off} listId="x" isOpen={false} onToggle={nothing} />;
  expect(buttonsOf(toggle)).toEqual(['None']);
  const words = wordsOf(<FindingsList row={off} id="x" />);
  expect(words).toContain('In the way: The permit');
  expect(words).toContain('Asks for a decision.');
  // Where a rule asks about it, the finding says it, and nothing is said twice.
  const { item: asked, ...found } = row({ warns: ['checkin.off-track'] });
  const findings = asked.gate?.findings.map((one) => ({
    ...one,
    what: 'Off track since Monday: The permit.',
  }));
  const gate = asked.gate && { ...asked.gate, findings: findings ?? [] };
  const both = { ...found, item: { ...asked, gate, onTrack: false, checkIn: { ...said, next } } };
  expect(wordsOf(<FindingsList row={both} id="x" />).match(/The permit/g)).toHaveLength(1);
});

test('items that Holdfast may not see are counted in a sentence, with the way to them', () => {
  const part = <NotKnown headline={headline([row({ hidden: true })])} onShow={nothing} />;
  expect(wordsOf(part)).toContain(
    'Holdfast may not see 1 epic of this project, so it counts neither as passing nor as at risk. An administrator gives the app’s role Browse projects.',
  );
  expect(buttonsOf(part)).toEqual(['Show it']);
});

describe('no rows', () => {
  const empty = (unknownTypes: readonly (typeof initiative)[]) => (
    <NothingInScope view={initialView} unknownTypes={unknownTypes} projectKey="EXP" onChange={nothing} />
  );

  test('where Jira does not know the types, that is said and not that nothing is in scope', () => {
    expect(wordsOf(empty([initiative]))).toContain('Jira does not know the type under policy “Initiative”');
    expect(buttonsOf(empty([initiative]))).toEqual(['Open the policy', 'Show all open items']);
  });

  test('where it knows them, nothing is in scope', () => {
    expect(wordsOf(empty([]))).toContain('Nothing is in scope');
  });

  test('where Jira refused the question, its words are shown', () => {
    const message = 'Jira did not understand a question that Holdfast asked. Jira said: No such value.';
    expect(wordsOf(<LoadProblem problem={{ code: 'unavailable', message }} onRetry={nothing} />)).toContain(
      message,
    );
  });
});

test('beside rows, types that Jira no longer has are named', () => {
  expect(wordsOf(<UnknownTypes types={[initiative, { level: 7 }]} projectKey="EXP" />)).toContain(
    '“Initiative” and “Every type at level 7”: Jira no longer has them.',
  );
  expect(wordsOf(<UnknownTypes types={[]} projectKey="EXP" />)).toBe('');
});

test('links and the owner field that Jira no longer has are named, with the way to the policy', () => {
  const links = [{ linkTypeId: '9', direction: 'inward', words: 'waits on' } as const];
  const lost = { links, ownerField: 'customfield_9', waitsForNothing: true };
  const part = <LostNamesNotice lost={lost} projectKey="EXP" />;
  for (const words of ['The link “waits on”', 'The owner field customfield_9', 'No link type of this site'])
    expect(wordsOf(part)).toContain(words);
  expect(buttonsOf(part)).toEqual(['Open the policy']);
  const links0 = <LostNamesNotice lost={{ links: [], waitsForNothing: true }} projectKey="EXP" />;
  expect(wordsOf(links0)).not.toContain('The link');
});
