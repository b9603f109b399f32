import '../support/bridge';
import type { CharterAnswer } from '../../../../src/contract/answers';
import { enforcing } from '../../../support/policies';
import { BlockerRow } from '../../../../static/panel/agreements/blocker-row';
import { PanelProvider } from '../../../../static/panel/panel-context';
import { GateSection } from '../../../../static/panel/gate/gate-section';
import { PassageLines } from '../../../../static/panel/waivers/passage-lines';
import { PanelForms } from '../../../../static/panel/panel-forms';
import { buttonsOf, markupOf, wordsOf } from '../support/render';
import { answerFor, followsAbove, notKnown } from './model/answers';
import { panelOf } from './model/panel-of';

const gate = (answer: CharterAnswer) => (
  <PanelProvider value={panelOf(answer)}>
    <PanelForms>
      <GateSection />
    </PanelForms>
  </PanelProvider>
);

test('a verdict that Holdfast may not know says so, who changes that, and that promises stay', () => {
  const part = gate(notKnown(answerFor('editor', [])));
  expect(wordsOf(part)).toBe(
    'Whether this may start is not known Holdfast may not see this item in Jira, so it cannot say whether it may start. An administrator gives the app’s role Browse projects. What is promised here stays.',
  );
  expect(buttonsOf(part)).toEqual([]);
});

test('what a promise rests on and Jira does not show is told beside a verdict that it changes nothing of', () => {
  const answer = answerFor('editor', []);
  const told = wordsOf(gate({ ...answer, restsUnseen: true }));
  expect(told).toContain('A promise here rests on an issue that Jira does not show Holdfast');
  const before = wordsOf(gate(answer)).split('Nobody owns');
  expect(before).toHaveLength(2);
  for (const part of before) expect(told).toContain(part);
});

test('a verdict without a word of Jira about its people can be looked for again', () => {
  const part = gate({ ...notKnown(answerFor('editor', [])), gateUnknown: 'people-not-read' });
  expect(wordsOf(part)).toContain('Jira did not say just now who of the people named here is still there');
  expect(buttonsOf(part)).toEqual(['Look again']);
});

test('what holds back the item above is told with a link to it, and no button does anything here', () => {
  const part = gate(followsAbove(answerFor('editor', []), 'EXP-9'));
  expect(wordsOf(part)).toContain('This can’t start before EXP-9 may');
  expect(wordsOf(part)).toContain('Nobody owns this work item.');
  expect(markupOf(part)).toContain('/browse/EXP-9');
  expect(buttonsOf(part)).toEqual([]);
});

test('where the policy only observes, the item above would hold it back', () => {
  const answer = answerFor('editor', [], { policy: { ...enforcing, mode: 'observe' } });
  expect(wordsOf(gate(followsAbove(answer, 'EXP-9')))).toContain('EXP-9 would hold this back');
});

describe('a type outside the policy', () => {
  const story = (administers: boolean): CharterAnswer => {
    const answer = answerFor('editor', [], { policy: { ...enforcing, workItemTypes: [{ level: 0 }] } });
    return { ...answer, me: { ...answer.me, administers } };
  };

  test('is asked nothing, and its promises count', () => {
    const words = wordsOf(gate(story(false)));
    expect(words).toContain('Epic work items are not under this project’s policy');
    expect(words).toContain('Nothing is asked before it moves. What is promised here still counts');
    expect(buttonsOf(gate(story(false)))).toEqual([]);
  });

  test('leads whoever administers the project to its policy', () => {
    expect(buttonsOf(gate(story(true)))).toEqual(['Open the policy']);
  });
});

test('a hidden blocker is one quiet row without a key, a name or a button', () => {
  const row = (
    <PanelProvider value={panelOf(answerFor('editor', []))}>
      <table>
        <tbody>
          <BlockerRow blocker={{ hidden: true }} withStep={false} />
        </tbody>
      </table>
    </PanelProvider>
  );
  expect(wordsOf(row)).toBe('Something you may not see Nobody asked No date No agreement');
  expect(markupOf(row)).not.toMatch(/<a |<button/);
});

test('a move that was warned of is told with its day, its mover and the rules in words', () => {
  const at = '2026-11-20T08:00:00.000Z';
  const passage = {
    at,
    checkpoint: 'start',
    reason: 'warned',
    rules: ['brief.incomplete', 'authority.missing'],
    movedBy: 'editor',
  } as const;
  const answer = answerFor('editor', [{ type: 'passage-recorded', at, by: 'holdfast', passage }]);
  const lines = (
    <PanelProvider value={panelOf(answer)}>
      <PassageLines />
    </PanelProvider>
  );
  expect(wordsOf(lines)).toMatch(
    /^Started on .*20.* by Name of editor although 2 things were to look at \([^()]+, No brief\)\.$/,
  );
});
