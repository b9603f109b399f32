import '../support/bridge';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import { changesBetween } from '../../../../src/domain/policy/changes';
import { ChangeList } from '../../../../static/policy/change-list';
import type { OfferedType } from '../../../../static/policy/model/jira-shapes';
import { leadsToRule, NothingStopped } from '../../../../static/policy/nothing-stopped';
import { nobodyEntitled } from '../../../../src/domain/access/rights';
import { EntitledPart } from '../../../../static/policy/entitled-part';
import { AttachPart } from '../../../../static/policy/set-up/attach-part';
import { JiraNamesProvider } from '../../../../static/policy/names';
import { PreviewList } from '../../../../static/policy/preview-list';
import { UnknownNotice } from '../../../../static/policy/unknown-notice';
import { WaitsForPart } from '../../../../static/policy/waits-for';
import { WorkItemTypes } from '../../../../static/policy/work-item-types';
import { buttonsOf, markupOf, tickedOf, wordsOf } from '../support/render';

const type = (id: string, name: string, level: number, shared = true): OfferedType => ({
  id,
  name,
  level,
  shared,
});
const types = [
  type('1', 'Vorhaben', 1),
  type('2', 'Feature', 1),
  type('3', 'Story', 0),
  type('4', 'Epic', 1, false),
];
const links = [
  { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '2', name: 'Depends', inward: 'is needed by', outward: 'depends on' },
];
const gone = { id: '99', name: 'Initiative' };
const lost = { linkTypeId: '9', direction: 'inward', words: 'waits on' } as const;

const named = (part: JSX.Element) => (
  <JiraNamesProvider value={{ types, links, byWords: [] }}>{part}</JiraNamesProvider>
);

const ticks = (
  chosen: Policy['workItemTypes'],
  offered: readonly OfferedType[] | null | 'unavailable' = types,
) =>
  named(
    <WorkItemTypes
      chosen={chosen}
      offered={offered}
      lost={[gone]}
      ofSite={false}
      error={undefined}
      isDisabled={false}
      onChange={() => undefined}
    />,
  );

describe('work item types', () => {
  test('a level is called by the names Jira has at it, and takes its types along', () => {
    expect(wordsOf(ticks([{ level: 1 }]))).toContain('Every epic-level type: Vorhaben, Feature, and Epic');
    expect(tickedOf(ticks([{ level: 1 }]))).toEqual([
      'Every epic-level type: Vorhaben, Feature, and Epic',
      'Vorhaben',
      'Feature',
    ]);
  });

  test('what was saved by its name is ticked where it stands', () => {
    expect(tickedOf(ticks([{ named: 'story' }]))).toEqual(['Story']);
  });

  test('what Jira no longer has stays ticked under its saved name, to be taken out', () => {
    expect(tickedOf(ticks([{ id: '3', name: 'Story' }, gone]))).toEqual([
      'Story',
      'Initiative (Jira no longer has it)',
    ]);
  });

  test('where Jira lists nothing, what is saved stays and is said to stay', () => {
    const part = ticks([gone], 'unavailable');
    expect(wordsOf(part)).toContain('Jira did not list its types. What is saved stays');
    expect(tickedOf(part)).toEqual(['Initiative (Jira no longer has it)']);
  });
});

describe('links that count as waiting', () => {
  const part = (waitsFor: Policy['waitsFor']) =>
    named(<WaitsForPart waitsFor={waitsFor} offered={links} isDisabled={false} onChange={() => undefined} />);

  test('before anybody chose, those whose words say so are ticked, and that is said', () => {
    expect(tickedOf(part('by-words'))).toEqual(['is blocked by', 'depends on']);
    expect(wordsOf(part('by-words'))).toContain('Nobody has chosen yet, so Holdfast goes by the words');
  });

  test('a chosen link that Jira no longer has is shown by its words; that nothing counts is said', () => {
    expect(tickedOf(part([lost]))).toEqual(['waits on (Jira no longer has it)']);
    expect(wordsOf(part([lost]))).toContain('Nothing is ticked, so blocking links are not noticed.');
  });
});

describe('what Jira no longer has', () => {
  test('is named with the way out and to where it stands', () => {
    const part = named(
      <UnknownNotice
        unknown={{ types: [gone], links: [lost], ownerField: 'customfield_1', waitsForNothing: true }}
        isDisabled={false}
      />,
    );
    const words = wordsOf(part);
    expect(words).toContain(
      'Work item type “Initiative”: Jira no longer has it. The gate goes on without it. Take it out',
    );
    expect(words).toContain('The link “waits on”: Jira no longer has it.');
    expect(words).toContain('The owner field customfield_1: Jira no longer has it.');
    expect(words).toContain(
      'No link type of this site counts as waiting, so blocking links are not noticed. Choose them.',
    );
    expect(buttonsOf(part)).toEqual([
      'Show the types',
      'Show the links',
      'Show where the owner comes from',
      'Show the links',
    ]);
  });

  test('is not spoken of where everything is known', () => {
    expect(
      markupOf(
        named(<UnknownNotice unknown={{ types: [], links: [], waitsForNothing: false }} isDisabled />),
      ),
    ).toBe('');
  });
});

test('changes of types and links are told in words', () => {
  const to: Policy = {
    ...siteDefault,
    workItemTypes: [{ id: '3', name: 'Story' }],
    waitsFor: [
      { linkTypeId: '1', direction: 'inward', words: 'is blocked by' },
      { linkTypeId: '2', direction: 'inward', words: 'is needed by' },
    ],
  };
  const words = wordsOf(named(<ChangeList changes={changesBetween(siteDefault, to)} to={to} fields={[]} />));
  expect(words).toContain('Story comes under policy');
  expect(words).toContain('Every epic-level type: Vorhaben, Feature, and Epic is no longer under policy');
  expect(words).toContain(
    '“is needed by” comes to count as waiting. “depends on” no longer counts as waiting.',
  );
});

test('an item that Holdfast may not see says so in the preview', () => {
  const item = {
    issueKey: 'EXP-1',
    summary: 'Launch',
    issueType: 'Epic',
    checkpoint: 'start',
    before: 'not-known',
    after: 'not-known',
    added: [],
    removed: [],
  } as const;
  expect(wordsOf(<PreviewList items={[item]} />)).toBe('EXP-1 Launch Start Not known');
});

describe('where a policy enforces and no transition asks', () => {
  const none = { start: false, finish: false };
  const decided = { ...siteDefault, decidedBy: 'project' as const };

  test('whoever may change it is led to the rule, by the one place that says nothing is stopped', () => {
    expect(leadsToRule({ policy: decided, attached: none })).toBe(true);
    const part = wordsOf(<AttachPart projectKey="EXP" first={none} mode="enforce" />);
    expect(part.match(/Nothing is stopped yet/g)).toHaveLength(1);
    expect(wordsOf(<AttachPart projectKey="EXP" first={none} mode="observe" />)).not.toContain(
      'Nothing is stopped',
    );
  });

  test('half a rule is told by the notice alone', () => {
    const half = { start: true, finish: false };
    expect(leadsToRule({ policy: decided, attached: half })).toBe(false);
    expect(wordsOf(<NothingStopped mode="enforce" attached={half} />)).toContain('at Finish');
    expect(leadsToRule({ policy: siteDefault, attached: none })).toBe(false);
  });
});

describe('who has a right', () => {
  const part = (roles: readonly { id: string; name: string }[] | null | 'unavailable') =>
    named(
      <EntitledPart
        right="waive"
        entitled={{ ...nobodyEntitled, roles: [{ id: '7', name: 'Sponsors' }] }}
        members={{ roles, groups: [] }}
        people={{}}
        isDisabled={false}
        onChange={() => undefined}
        onMeet={() => undefined}
      />,
    );

  test('roles that Jira tells can be added', () => {
    expect(wordsOf(part([{ id: '8', name: 'Leads' }]))).toContain('Add a role that may waive');
    expect(wordsOf(part(null))).not.toContain('Jira does not tell us the roles');
  });

  test('roles that Jira does not tell are not said to be none, and those chosen stay', () => {
    const words = wordsOf(part('unavailable'));
    expect(words).toContain('Jira does not tell us the roles of projects at the moment');
    expect(words).toContain('Sponsors');
    expect(words).not.toContain('Add a role that may waive');
  });
});
