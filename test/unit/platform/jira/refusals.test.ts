import { Refused } from '../../../../src/platform/unavailable';
import { askJira } from '../../../../src/platform/jira/client';
import { jira } from '../../../../src/platform/jira/jira';
import { messages } from '../../../../src/platform/jira/messages';
import { people } from '../../../support/people';

jest.mock('../../../../src/platform/jira/client', () => {
  const askJira = jest.fn();
  return {
    askJira,
    askOrRefusal: askJira,
    isHidden: (answer: unknown) => typeof answer === 'object' && answer !== null && 'hidden' in answer,
  };
});

const ask = jest.mocked(askJira);
const reader = people['u-coo']!;
const mail = () => messages.mail('EXP-1', 'u-coo', 'subject', 'text');

beforeEach(() => ask.mockReset());

describe.each([400, 401, 403, 404])('where Jira refuses with %d', (status) => {
  beforeEach(() => ask.mockResolvedValue({ hidden: true, status }));

  it.each<[string, () => Promise<unknown>]>([
    ['no item counts as gone', () => messages.items(['1'])],
    ['no move counts as never made', () => jira.lastMove('EXP-1', '3')],
    ['no comment counts as written', () => jira.comment('EXP-1', reader, ['Look'])],
    [
      'no field counts as written',
      () =>
        jira.writeFields([
          { issueId: '1', field: 'gate', fieldId: 'customfield_1', value: 'Ready', was: null },
        ]),
    ],
  ])('%s', async (_, call) => {
    await expect(call()).rejects.toThrow(Refused);
    await expect(call()).rejects.toThrow(`status ${status}`);
  });

  it('nobody counts as unassigned, no project as without a lead, no comment as untold', async () => {
    expect(await jira.assignees('app', ['EXP-1'])).toBeNull();
    expect(await messages.projectLead('EXP')).toBeUndefined();
    expect(await messages.toldOn('EXP-1', 'u-coo')).toBeNull();
    expect(await messages.mention('EXP-1', reader, ['Look'], [])).toBe(false);
  });

  it('a mail is not sent', async () => {
    expect(await mail()).toBe(status === 403 ? 'off' : 'refused');
  });
});

it('comments whose properties Jira does not show do not count as untold', async () => {
  const mention = { type: 'mention', attrs: { id: 'u-coo' } };
  ask.mockResolvedValueOnce({ comments: [{ id: '7', body: { content: [mention] } }] });
  ask.mockResolvedValueOnce({ hidden: true, status: 403 });
  expect(await messages.toldOn('EXP-1', 'u-coo')).toBeNull();
});

it('answers stay answers', async () => {
  ask.mockResolvedValue({});
  expect(await messages.projectLead('EXP')).toBeNull();
  expect(await messages.items(['1'])).toEqual([]);
  expect(await jira.lastMove('EXP-1', '3')).toBeNull();
  expect(await jira.assignees('app', ['EXP-1'])).toEqual({});
  expect(await messages.toldOn('EXP-1', 'u-coo')).toEqual(new Set());
  ask.mockResolvedValue(undefined);
  expect(await mail()).toBe('sent');
});
