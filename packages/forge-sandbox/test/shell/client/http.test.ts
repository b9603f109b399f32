import { z } from 'zod';
import { createClient, errorMessages } from '../../../src/shell/client/app/http';

describe('errorMessages', () => {
  test.each([
    [
      'Jira’s',
      { errorMessages: ['No.', 'Never.'], errors: { assignee: 'Unknown.' } },
      ['No.', 'Never.', 'Unknown.'],
    ],
    ['the control surface’s', { ok: false, error: { code: 'X', message: 'Refused.' } }, ['Refused.']],
    ['none', undefined, []],
  ])('of %s shape', (_, body, messages) => {
    expect(errorMessages(body)).toEqual(messages);
  });
});

describe('createClient', () => {
  const answer = (status: number, body: string) =>
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(status === 204 ? null : body, { status }));
  afterEach(() => jest.restoreAllMocks());
  const client = createClient('u-coo');

  test('speaks as its person', async () => {
    const fetched = answer(200, '{"a":1}');
    await expect(client.get('/x', z.object({ a: z.number() }))).resolves.toEqual({ a: 1 });
    const headers = new Headers(fetched.mock.calls[0]?.[1]?.headers);
    expect(headers.get('authorization')).toBe(`Basic ${btoa('u-coo:x')}`);
  });

  test('a refusal keeps Jira’s words, line breaks included', async () => {
    answer(400, JSON.stringify({ errorMessages: ['App: no.\n1. One.'], errors: {} }));
    await expect(client.send('POST', '/x', {}, z.unknown())).rejects.toMatchObject({
      status: 400,
      messages: ['App: no.\n1. One.'],
    });
  });

  test('an answer of another shape is named by its address', async () => {
    answer(200, '{"a":"b"}');
    await expect(client.get('/x', z.object({ a: z.number() }))).rejects.toThrow(
      'The answer of /x has an unexpected shape at "a".',
    );
  });

  test('an empty answer is fine', async () => {
    answer(204, '');
    await expect(client.send('PUT', '/x', {}, z.unknown())).resolves.toBeUndefined();
  });
});
