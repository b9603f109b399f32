import type { WorkItemPage } from '../../../../src/app/subject/ports';
import { Unavailable } from '../../../../src/platform/unavailable';
import { readProjectPolicy, searchPage } from '../../../../src/app/subject/project-items';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { EPIC, epic, TYPES } from '../../../support/items';
import { world } from '../../../support/memory-ports';

const EMPTY: WorkItemPage = { items: [] };
const FOUND: WorkItemPage = { items: [epic()] };
const broken = new Unavailable('jira', 'not understood', {
  failure: 'broken-question',
  messages: ['The value 10999 does not exist for the field issuetype.'],
});

interface Answers {
  readonly browse?: boolean;
  readonly cursor?: string;
  readonly issueTypes?: readonly string[];
  readonly answer?: WorkItemPage | null | Error;
}

function page({ browse = true, cursor, issueTypes = [EPIC.id], answer = null }: Answers) {
  const { jira } = world();
  jira.rights = { browse, administer: false };
  let searches = 0;
  const found = searchPage({ projectKey: 'EXP', cursor, issueTypes }, jira, EMPTY, async () => {
    searches += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { found, searches: () => searches, jira };
}

describe('a page of a search in a project', () => {
  it('is what the search found, and costs nothing else', async () => {
    const { found, jira } = page({ answer: FOUND });
    expect(await found).toBe(FOUND);
    expect(jira.calls).toEqual({});
  });

  it('is empty, and not asked for, where there is no type to look for', async () => {
    const { found, searches } = page({ issueTypes: [], answer: broken });
    expect(await found).toBe(EMPTY);
    expect(searches()).toBe(0);
  });

  it.each([
    ['gives no page', null],
    ['does not understand the question', broken],
  ])('of a project that is hidden is not found, where Jira %s', async (_case, answer) => {
    for (const cursor of [undefined, 'c']) {
      const { found } = page({ browse: false, answer, ...(cursor !== undefined && { cursor }) });
      await expect(found).rejects.toMatchObject({ refusal: { code: 'not-found' } });
    }
  });

  it.each([
    ['gives no page', null],
    ['does not understand the question', broken],
  ])('after a cursor that is none says so, where Jira %s', async (_case, answer) => {
    await expect(page({ cursor: 'stale', answer }).found).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'cursor' },
    });
  });

  it('with a type that Jira does not know is a broken question with Jira’s words, and never an empty page', async () => {
    await expect(page({ answer: broken }).found).rejects.toBe(broken);
  });

  it('that Jira gives to nobody who may browse is refused, and never an empty page', async () => {
    await expect(page({ answer: null }).found).rejects.toMatchObject({ failure: 'refused' });
  });

  it.each(['no-answer', 'too-many'] as const)(
    'that ends with %s is that, and asks nothing more',
    async (failure) => {
      const error = new Unavailable('jira', failure, { failure });
      const { found, jira } = page({ answer: error, browse: false });
      await expect(found).rejects.toBe(error);
      expect(jira.calls).toEqual({});
    },
  );
});

it('a project’s policy comes with the ids of its types, and with those that Jira no longer knows', async () => {
  const here = world();
  const gone = { id: '10999', name: 'Gone' };
  here.charters.setPolicy('EXP', { ...siteDefault, workItemTypes: [{ level: 1 }, gone] });
  here.jira.types = [...TYPES, { id: '10444', name: 'Epos', level: 1 }];
  expect(await readProjectPolicy('EXP', here)).toMatchObject({
    issueTypes: [EPIC.id, '10444'],
    unknownTypes: [gone],
  });
});
