import { forgeApi as mockForgeApi, jiraBehindForge as forge } from '../../../support/forge-jira';
import fc from 'fast-check';
import { route } from '@forge/api';
import { ask, askForAll, askJira } from '../../../../src/platform/jira/client';
import { Unavailable } from '../../../../src/platform/unavailable';

jest.mock('@forge/api', () => mockForgeApi);

const there = route`/rest/api/3/field`;
const NOW = Date.parse('2026-11-23T12:00:00.000Z');

beforeEach(() => {
  forge.asked = [];
  forge.answer = { status: 200, text: '{}' };
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

const errorOf = async (asking: Promise<unknown>): Promise<Unavailable> => {
  const error = await asking.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Unavailable)) throw new Error('it was answered');
  return error;
};

describe('an answer of Jira', () => {
  it('is its body, asked for in the name of whoever looks', async () => {
    forge.answer = { status: 200, text: '{"issues":[]}' };
    for (const viewer of ['app', 'user'] as const) {
      expect(await ask(viewer, there)).toEqual({ kind: 'answered', body: { issues: [] } });
    }
    expect(forge.asked.map(({ as, route: to }) => [as, to])).toEqual([
      ['app', '/rest/api/3/field'],
      ['user', '/rest/api/3/field'],
    ]);
  });

  it('without a body is one too', async () => {
    forge.answer = { status: 204 };
    expect(await ask('app', there)).toEqual({ kind: 'answered', body: undefined });
    expect(await askForAll('app', there)).toBeUndefined();
  });
});

describe('what Jira does not show', () => {
  it.each([401, 403, 404])('is hidden from a person (%i): it may not be there at all', async (status) => {
    forge.answer = { status, text: 'no' };
    expect(await ask('user', there)).toEqual({ kind: 'hidden', status });
    expect(await askJira('user', there)).toEqual({ hidden: true, status });
  });

  it.each([401, 403, 404])('is refused to the app (%i): no proof that it is not there', async (status) => {
    forge.answer = { status };
    expect(await ask('app', there)).toEqual({ kind: 'refused', status });
    expect(await askJira('app', there)).toEqual({ hidden: true, status });
  });

  it.each(['app', 'user'] as const)(
    'although it is always there is a right that is missing (%s)',
    async (viewer) => {
      forge.answer = { status: 403 };
      expect(await errorOf(askForAll(viewer, there))).toMatchObject({
        dependency: 'jira',
        failure: 'refused',
      });
    },
  );
});

describe('a question Jira does not understand', () => {
  it('comes back with Jira’s own words', async () => {
    forge.answer = {
      status: 400,
      text: JSON.stringify({
        errorMessages: ['The value 10999 does not exist for the field issuetype.'],
        errors: { jql: 'Nobody understands this.' },
      }),
    };
    const messages = ['The value 10999 does not exist for the field issuetype.', 'Nobody understands this.'];
    expect(await ask('user', there)).toEqual({ kind: 'broken-question', messages });
    expect(await errorOf(askJira('user', there))).toMatchObject({ failure: 'broken-question', messages });
  });

  it.each(['', '<html>', '[]', '{"errorMessages":[7,null,""],"errors":[]}', '"no"'])(
    'is one without words as well: %j',
    async (text) => {
      forge.answer = { status: 400, text };
      expect(await ask('app', there)).toEqual({ kind: 'broken-question', messages: [] });
    },
  );
});

describe('too many questions', () => {
  const until = async (retryAfter?: string) => {
    forge.answer = {
      status: 429,
      ...(retryAfter !== undefined && { headers: { 'Retry-After': retryAfter } }),
    };
    return ask('app', there);
  };

  it.each([
    ['90', '2026-11-23T12:01:30.000Z'],
    ['0', '2026-11-23T12:00:00.000Z'],
    ['Mon, 23 Nov 2026 13:15:00 GMT', '2026-11-23T13:15:00.000Z'],
    [undefined, undefined],
    ['', undefined],
    ['soon', undefined],
    ['1e300', undefined],
    ['Infinity', undefined],
  ])('may be asked again, with Retry-After %j, at %j', async (retryAfter, at) => {
    expect(await until(retryAfter)).toEqual({ kind: 'too-many', until: at });
    expect(await errorOf(askJira('app', there))).toMatchObject({ failure: 'too-many', until: at });
  });

  describe('that may come again within two seconds', () => {
    const answers = (...given: readonly { readonly status: number; readonly after?: string }[]): void => {
      forge.answer = () => {
        const { status, after } = given[Math.min(forge.asked.length, given.length) - 1] ?? { status: 500 };
        return { status, text: '{}', ...(after !== undefined && { headers: { 'Retry-After': after } }) };
      };
    };
    const waits: number[] = [];
    beforeEach(() => {
      waits.length = 0;
      jest.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, ms?: number) => {
        waits.push(ms ?? 0);
        run();
        return 0 as unknown as NodeJS.Timeout;
      });
    });

    it('come again by themselves, after the wait and never before', async () => {
      answers({ status: 429, after: '1' }, { status: 200 });
      expect(await ask('app', there)).toEqual({ kind: 'answered', body: {} });
      expect(forge.asked).toHaveLength(2);
      expect(waits).toEqual([expect.any(Number)]);
      expect(waits[0]).toBeGreaterThanOrEqual(1000);
      expect(waits[0]).toBeLessThanOrEqual(1250);
    });

    it('come twice again and no more', async () => {
      answers({ status: 429, after: '2' });
      expect(await ask('app', there)).toEqual({ kind: 'too-many', until: '2026-11-23T12:00:02.000Z' });
      expect(forge.asked).toHaveLength(3);
    });

    it.each(['3', '900', '0', '-1'])('are told apart from those that may not: %j', async (after) => {
      answers({ status: 429, after }, { status: 200 });
      expect(await ask('app', there)).toMatchObject({ kind: 'too-many' });
      expect([forge.asked.length, waits]).toEqual([1, []]);
    });

    it('are no outage: an error with Retry-After is not asked again', async () => {
      answers({ status: 503, after: '1' }, { status: 200 });
      expect(await ask('app', there)).toMatchObject({ kind: 'no-answer' });
      expect(forge.asked).toHaveLength(1);
    });
  });

  it('are too many whatever Retry-After says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.stringMatching(/^[ -~]{0,20}$/), fc.double().map(String)),
        async (text) => {
          expect(await until(text)).toMatchObject({ kind: 'too-many' });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('no answer', () => {
  it.each([500, 502, 503, 504, 409, 418])('is what status %i is', async (status) => {
    forge.answer = { status, text: '{}' };
    expect(await ask('user', there)).toEqual({ kind: 'no-answer', detail: `status ${status}` });
    expect(await errorOf(askJira('user', there))).toMatchObject({ dependency: 'jira', failure: 'no-answer' });
  });

  it('is what a network that fails is, whose error may hold secrets and is not passed on', async () => {
    forge.answer = new TypeError('fetch failed: token=abc123');
    expect(await ask('app', there)).toEqual({ kind: 'no-answer', detail: 'TypeError' });
    expect((await errorOf(askJira('app', there))).message).not.toContain('abc123');
  });

  it.each([200, 503])('is what a page that is no JSON is (status %i)', async (status) => {
    forge.answer = { status, text: '<html>Sign in</html>' };
    expect(await ask('app', there)).toMatchObject({ kind: 'no-answer' });
  });
});
