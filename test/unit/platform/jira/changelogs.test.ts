import { Unavailable } from '../../../../src/platform/unavailable';
import { changelogs } from '../../../../src/platform/jira/changelogs';
import { askJira } from '../../../../src/platform/jira/client';

jest.mock('../../../../src/platform/jira/client', () => ({
  askJira: jest.fn(),
  isHidden: (answer: unknown) => typeof answer === 'object' && answer !== null && 'hidden' in answer,
}));

const asked = jest.mocked(askJira);
const bodies = (): unknown[] => asked.mock.calls.map(([, , init]) => init?.body);

const assigned = (id: string, created: string | number, to: string | null = 'u-a') => ({
  id,
  author: { accountId: 'u-lead' },
  created,
  items: [{ field: 'assignee', fieldId: 'assignee', fieldtype: 'jira', from: null, fromString: null, to }],
});

beforeEach(() => asked.mockReset());

it('reads every page and puts each item’s changes in the order in which they happened', async () => {
  asked
    .mockResolvedValueOnce({
      issueChangeLogs: [
        {
          issueId: '1',
          changeHistories: [assigned('11', '2026-01-03T10:00:00.000+0100'), assigned('9', 1767261600000)],
        },
      ],
      nextPageToken: 'more',
    })
    .mockResolvedValueOnce({
      issueChangeLogs: [{ issueId: '1', changeHistories: [assigned('10', '2026-01-01T10:00:00.000Z')] }],
      nextPageToken: null,
    });
  const found = await changelogs.changelogs('user', ['1', '2'], ['assignee']);
  expect([...found.keys()]).toEqual(['1']);
  expect(found.get('1')?.map(({ id, at }) => [id, at])).toEqual([
    ['9', '2026-01-01T10:00:00.000Z'],
    ['10', '2026-01-01T10:00:00.000Z'],
    ['11', '2026-01-03T09:00:00.000Z'],
  ]);
  expect(bodies()).toEqual([
    { issueIdsOrKeys: ['1', '2'], fieldIds: ['assignee'], maxResults: 10_000 },
    { issueIdsOrKeys: ['1', '2'], fieldIds: ['assignee'], maxResults: 10_000, nextPageToken: 'more' },
  ]);
});

it('asks for a thousand items at a time', async () => {
  asked.mockResolvedValue({ issueChangeLogs: [] });
  await changelogs.changelogs(
    'user',
    Array.from({ length: 2001 }, (_, index) => String(index)),
    [],
  );
  expect(asked).toHaveBeenCalledTimes(3);
});

it('asks nothing for no items', async () => {
  expect((await changelogs.changelogs('user', [], ['status'])).size).toBe(0);
  expect(asked).not.toHaveBeenCalled();
});

it('keeps what a change starts and ends with, in ids and words, and nothing where Jira says nothing', async () => {
  asked.mockResolvedValue({
    issueChangeLogs: [
      {
        issueId: '1',
        changeHistories: [
          {
            id: '5',
            created: 1492070429,
            items: [
              {
                field: 'status',
                fieldId: 'status',
                from: '1',
                fromString: 'Open',
                to: '3',
                toString: 'Doing',
              },
              { field: 'Epic Link' },
            ],
          },
        ],
      },
    ],
  });
  expect((await changelogs.changelogs('app', ['1'], [])).get('1')).toEqual([
    {
      id: '5',
      at: '2017-04-13T08:00:29.000Z',
      by: null,
      fields: [
        { fieldId: 'status', from: '1', fromText: 'Open', to: '3', toText: 'Doing' },
        { fieldId: 'Epic Link', from: null, fromText: null, to: null, toText: null },
      ],
    },
  ]);
});

it.each([
  ['another shape', { issueChangeLogs: [{ changeHistories: [] }] }],
  ['a refusal', { hidden: true, status: 400 }],
  ['a date that is none', { issueChangeLogs: [{ issueId: '1', changeHistories: [assigned('1', 'soon')] }] }],
])('treats %s as Jira not answering', async (_, answer) => {
  asked.mockResolvedValue(answer);
  await expect(changelogs.changelogs('user', ['1'], [])).rejects.toBeInstanceOf(Unavailable);
});
