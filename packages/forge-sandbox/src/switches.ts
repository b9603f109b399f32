import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Languages in which the stand-in knows Jira's default names. */
export const LANGUAGES = ['en', 'de', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How strict Jira and Forge are. Every default is the documented refusal, or what is likeliest where none is documented. */
export interface Switches {
  /** By project key, whether the app's user may browse it; true for every project left out. */
  readonly appBrowses: Readonly<Record<string, boolean>>;
  /** `as-role`: the app's user stands in no issue security level. `all`: in every one. */
  readonly appRights: 'as-role' | 'all';
  /** Projects that a data security policy closes to the app, for itself and for people. */
  readonly appRules: Readonly<Record<string, 'blocked'>>;
  /** What `permissions/check` answers the app about another account. */
  readonly checkOthers: 'refused' | 'allowed';
  /** Whether `user/viewissue/search` takes its range of all users before it filters, as documented. */
  readonly viewIssueSearch: 'range-first' | 'exact';
  /** How a batch get reports a key that is not there: by an error code, or in neither list. */
  readonly absentKey: 'NOT_FOUND' | 'KEY_NOT_FOUND' | 'missing';
  /** Whether the site sends mail. */
  readonly mail: 'on' | 'off';
  /** ISO 8601 duration in the simulated time by which Jira's events reach the app late. */
  readonly eventDelay: string;
  /** What Forge says of the app's licence: nothing, as in development and of free apps, or whether it is active. */
  readonly licence: 'none' | 'active' | 'inactive';
  /** Whether validators of the transition that makes items are told the key to come; documented nowhere. */
  readonly createPayload: 'no-key' | 'key';
  /** Whether the app hears of a project that was changed, its key for one; what Jira sends then is documented in part. */
  readonly projectUpdated: 'told' | 'untold';
  /** Whom the app's events name where an automation rule acted; documented nowhere. */
  readonly automationNamed: 'account' | 'nobody';
  /** Pushes that may follow from one invocation, and events that may be pushed in a minute. */
  readonly pushesPerOrigin: number;
  readonly eventsPerMinute: number;
  /** Units of 10 KB that storage reads, and as many that it writes, in a minute. */
  readonly storageUnitsPerMinute: number;
  /** Calls of the app by one person in a minute. */
  readonly invocationsPerMinute: number;
  /** Writes of one issue by the app within two seconds. */
  readonly writesPerIssue: number;
  /** Requests of the app to one of Jira's endpoints within a second. */
  readonly requestsPerSecond: number;
  /** Mails that the site sends in a UTC day; null where it is a paid one. */
  readonly mailsPerDay: number | null;
  /** What becomes of further ones; documented nowhere. */
  readonly mailsBeyond: 'refused' | 'lost';
  /** Jira's points for the app in an hour; beyond them every call of its functions is refused with 429 until the hour is over. */
  readonly pointsPerHour: number;
  /** How Jira tells what is left of them: as it does, as it announces, or not at all. */
  readonly pointsHeaders: 'x-ratelimit' | 'beta' | 'none';
  /** `site` and account ids; whoever is left out reads the site's language. */
  readonly language: Readonly<Record<string, Language>>;
  /** Accounts whose time zone their profile hides. */
  readonly privateZones: readonly string[];
}

export const STRICT: Switches = {
  appBrowses: {},
  appRights: 'as-role',
  appRules: {},
  checkOthers: 'refused',
  viewIssueSearch: 'range-first',
  absentKey: 'NOT_FOUND',
  mail: 'on',
  eventDelay: 'PT3M',
  licence: 'none',
  pushesPerOrigin: 1000,
  eventsPerMinute: 500,
  createPayload: 'no-key',
  projectUpdated: 'told',
  automationNamed: 'account',
  storageUnitsPerMinute: 4000,
  invocationsPerMinute: 1200,
  writesPerIssue: 20,
  requestsPerSecond: 100,
  mailsPerDay: null,
  mailsBeyond: 'refused',
  pointsPerHour: 65_000,
  pointsHeaders: 'x-ratelimit',
  language: { site: 'en' },
  privateZones: [],
};

/** Milliseconds of an ISO 8601 duration without weeks, months and years; undefined when it is none or negative. */
export function durationMs(text: string): number | undefined {
  try {
    const ms = Temporal.Duration.from(text).total('milliseconds');
    return ms < 0 ? undefined : ms;
  } catch {
    return undefined;
  }
}

/** What a site has that switches may name. */
export interface Known {
  readonly projects: readonly string[];
  readonly accounts: readonly string[];
}

/** A map's entries replace those of the same name; null takes one away, an empty map all. */
const entries = <T extends z.ZodType>(value: T, names: readonly string[], what: string) =>
  z.record(z.string(), value.nullable()).superRefine((given, context) => {
    for (const name of Object.keys(given)) {
      if (names.includes(name)) continue;
      const message = `There is no ${what} ${name}. Known: ${names.join(', ')}.`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
  });

/** What may be set, on a site with these projects and accounts. */
export function switchesSchema({ projects, accounts }: Known) {
  const shape = {
    appBrowses: entries(z.boolean(), projects, 'project'),
    appRights: z.enum(['as-role', 'all']),
    appRules: entries(z.literal('blocked'), projects, 'project'),
    checkOthers: z.enum(['refused', 'allowed']),
    viewIssueSearch: z.enum(['range-first', 'exact']),
    absentKey: z.enum(['NOT_FOUND', 'KEY_NOT_FOUND', 'missing']),
    mail: z.enum(['on', 'off']),
    eventDelay: z.string().refine((text) => durationMs(text) !== undefined, {
      error: ({ input }) => `${String(input)} is no ISO 8601 duration such as PT0S, PT2S or PT3M.`,
    }),
    licence: z.enum(['none', 'active', 'inactive']),
    createPayload: z.enum(['no-key', 'key']),
    projectUpdated: z.enum(['told', 'untold']),
    automationNamed: z.enum(['account', 'nobody']),
    pushesPerOrigin: z.number().int().min(1),
    eventsPerMinute: z.number().int().min(1),
    storageUnitsPerMinute: z.int().nonnegative(),
    invocationsPerMinute: z.int().nonnegative(),
    writesPerIssue: z.int().nonnegative(),
    requestsPerSecond: z.int().nonnegative(),
    mailsPerDay: z.int().nonnegative().nullable(),
    mailsBeyond: z.enum(['refused', 'lost']),
    pointsPerHour: z.int().nonnegative(),
    pointsHeaders: z.enum(['x-ratelimit', 'beta', 'none']),
    language: entries(z.enum(LANGUAGES), ['site', ...accounts], 'account'),
    privateZones: z.array(
      z.string().refine((id) => accounts.includes(id), {
        error: ({ input }) => `There is no account ${String(input)}. Known: ${accounts.join(', ')}.`,
      }),
    ),
  } satisfies Record<keyof Switches, z.ZodType>;
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `There is no switch ${issue.keys.join(', ')}. Known: ${Object.keys(shape).join(', ')}.`
          : undefined,
    })
    .partial();
}

export type SwitchChanges = z.infer<ReturnType<typeof switchesSchema>>;

type Entries<T> = Readonly<Record<string, T>>;

function merged<T>(before: Entries<T>, changes: Entries<T | null> | undefined): Entries<T> {
  if (changes === undefined) return before;
  if (Object.keys(changes).length === 0) return {};
  const after = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  return Object.fromEntries(after);
}

/** The switches as they stand. */
export class SwitchBoard {
  private readonly initial: Switches;
  private switches: Switches;

  /** @param initial what this process starts with, and every reset brings back */
  constructor(initial: Partial<Switches> = {}) {
    this.initial = { ...STRICT, ...initial };
    this.switches = this.initial;
  }

  get current(): Switches {
    return this.switches;
  }

  change(changes: SwitchChanges): void {
    const { current } = this;
    const { appBrowses, appRules, language, ...plain } = changes;
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    this.switches = {
      ...current,
      ...given,
      appBrowses: merged(current.appBrowses, appBrowses),
      appRules: merged(current.appRules, appRules),
      language: { ...STRICT.language, ...merged(current.language, language) },
    };
  }

  /** Sets what a snapshot held; what it does not know stands as in this process. */
  restore(switches: Partial<Switches>): void {
    this.switches = { ...this.initial, ...switches };
  }

  reset(): void {
    this.switches = this.initial;
  }
}

/** The site's language. */
export const siteLanguage = ({ language }: Switches): Language => language['site'] ?? 'en';
