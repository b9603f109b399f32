/** Jira behind `@forge/api`, answer by answer: for tests of what becomes of each. */

export interface Asked {
  readonly as: 'app' | 'user';
  readonly route: string;
  readonly init: { readonly method?: string; readonly body?: string };
}

export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What was asked, and what Jira says to it: one answer for all, one for each request, or no answer at all. */
export const jiraBehindForge: {
  asked: Asked[];
  answer: Answer | Error | ((asked: Asked) => Answer | Error);
} = {
  asked: [],
  answer: { status: 200, text: '{}' },
};

const requestJira = (as: Asked['as']) => async (route: { readonly value?: string }, init: Asked['init']) => {
  const asked = { as, route: String(route.value ?? route), init };
  jiraBehindForge.asked.push(asked);
  const { answer } = jiraBehindForge;
  const given = typeof answer === 'function' ? answer(asked) : answer;
  if (given instanceof Error) throw given;
  const { status, text = '', headers = {} } = given;
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: new Headers(headers),
    text: () => Promise.resolve(text),
  };
};

const asRoute = (value: string) => ({ value, toString: () => value });

/** The module a test puts in the place of `@forge/api`. */
export const forgeApi = {
  __esModule: true,
  default: {
    asApp: () => ({ requestJira: requestJira('app') }),
    asUser: () => ({ requestJira: requestJira('user') }),
  },
  getAppContext: () => ({ appAri: { appId: 'app' }, environmentAri: { environmentId: 'production' } }),
  route: (parts: readonly string[], ...values: readonly unknown[]) =>
    asRoute(parts.reduce((whole, part, i) => `${whole}${encodeURIComponent(String(values[i - 1]))}${part}`)),
  assumeTrustedRoute: asRoute,
};
