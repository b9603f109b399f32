import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { jiraOffers } from '../../../../../static/agreement-forms/model/jira-offers';
import type { IssueStatus } from '../../../../../static/jira/issues';
import { NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner, refused } from '../../../../support/events';
import { COO, CTO, GONE, OPS, people, PLATFORM } from '../../../../support/people';

const BEFORE = '2026-11-30';

const issue = (category: IssueStatus['category'], assignee?: string): IssueStatus => ({
  summary: 'A cluster',
  status: 'Somewhere',
  category,
  ...(assignee !== undefined && people[assignee] && { assignee: people[assignee] }),
});

/** What a reader is offered of the one promise of a history; they know nobody but its owner and provider. */
function offered(
  reader: string,
  events: readonly CharterEvent[],
  said: { readonly issue?: IssueStatus; readonly due?: string },
) {
  const charter = replay([...owner(COO), ...events]);
  const [agreement] = charter.agreements;
  if (!agreement) throw new Error('a promise');
  const known = Object.fromEntries([COO, PLATFORM].flatMap((id) => (people[id] ? [[id, people[id]]] : [])));
  const context = {
    charter,
    people: known,
    me: { accountId: reader, canEdit: reader !== CTO },
    item: { issueKey: 'EXP-1' },
    now: NOW,
  };
  return jiraOffers(context, agreement, said.issue, said.due);
}

describe('the provider’s issue that is worked on before anybody said yes', () => {
  const said = { issue: issue('indeterminate', PLATFORM) };

  it('is told its provider as theirs, and everybody else with their name', () => {
    expect(offered(PLATFORM, [asked('A1')], said)).toEqual([
      { kind: 'begun-unanswered', isYours: true, provider: 'Pia Lund' },
    ]);
    expect(offered(COO, [asked('A1')], said)).toEqual([
      { kind: 'begun-unanswered', isYours: false, provider: 'Pia Lund' },
    ]);
  });

  it('is nothing to tell once they promised', () => {
    expect(offered(PLATFORM, [asked('A1'), acknowledged('A1')], said)).toEqual([]);
  });
});

describe('the provider’s issue that is done', () => {
  const said = { issue: issue('done', PLATFORM) };
  const promised = [asked('A1'), acknowledged('A1')];

  it('is theirs to deliver, and nobody else’s', () => {
    expect(offered(PLATFORM, promised, said)).toEqual([{ kind: 'done-undelivered', isYours: true }]);
    expect(offered(COO, promised, said)).toEqual([{ kind: 'done-undelivered', isYours: false }]);
  });

  it('is nobody’s to deliver while nothing was promised', () => {
    expect(offered(PLATFORM, [asked('A1')], said)).toEqual([{ kind: 'done-undelivered', isYours: false }]);
  });
});

describe('the provider’s issue that is somebody else’s', () => {
  it('lets the owner ask that person, whom the charter need not know yet', () => {
    const said = { issue: issue('new', OPS) };
    expect(offered(COO, [asked('A1')], said)).toEqual([
      { kind: 'assigned-elsewhere', assignee: people[OPS], mayAsk: true },
    ]);
    expect(offered(COO, [asked('A1'), refused('A1')], said)).toMatchObject([{ mayAsk: true }]);
  });

  it('is only told to whoever may ask nobody, and of whoever left nobody is asked', () => {
    expect(offered(CTO, [asked('A1')], { issue: issue('new', OPS) })).toMatchObject([{ mayAsk: false }]);
    expect(offered(COO, [asked('A1')], { issue: issue('new', GONE) })).toMatchObject([{ mayAsk: false }]);
  });

  it('offers nothing where nobody is assigned, or whoever is asked', () => {
    expect(offered(COO, [asked('A1')], { issue: issue('new') })).toEqual([]);
    expect(offered(COO, [asked('A1')], { issue: issue('new', PLATFORM) })).toEqual([]);
  });
});

describe('work that is due before the day of the promise', () => {
  it('lets either side of a promise propose that day', () => {
    const promised = [asked('A1'), acknowledged('A1')];
    for (const reader of [COO, PLATFORM]) {
      expect(offered(reader, promised, { due: BEFORE })).toEqual([
        { kind: 'due-before', due: BEFORE, step: 'renegotiate' },
      ]);
    }
    expect(offered(CTO, promised, { due: BEFORE })).toEqual([{ kind: 'due-before', due: BEFORE }]);
  });

  it('lets nobody propose a day that is over', () => {
    const promised = [asked('A1'), acknowledged('A1')];
    expect(offered(COO, promised, { due: '2026-11-01' })).toEqual([
      { kind: 'due-before', due: '2026-11-01' },
    ]);
  });

  it('is told of a request that its owner cannot restate before it is answered', () => {
    expect(offered(PLATFORM, [asked('A1')], { due: BEFORE })).toEqual([{ kind: 'due-before', due: BEFORE }]);
  });
});
