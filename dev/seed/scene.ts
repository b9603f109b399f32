/** One call by one person at one time. */
export interface Scene {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly as: string;
  readonly issueKey: string;
  readonly key: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Another policy for a project, decided by one person at one time. */
export interface Decision {
  readonly at: number;
  readonly as: string;
  readonly projectKey: string;
  /** What becomes different in the policy. */
  readonly policy: Readonly<Record<string, unknown>>;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The calendar date of an instant, in UTC. */
export const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Nominated by one person and accepted by another a few hours later. */
export function owned(issueKey: string, dri: string, by: string, at: number): readonly Scene[] {
  return [
    { at, as: by, issueKey, key: 'dri/nominate', payload: { accountId: dri } },
    { at: at + 3 * HOUR, as: dri, issueKey, key: 'dri/accept' },
  ];
}

export interface Promised {
  readonly provider: string;
  readonly deliverable: string;
  readonly acceptance: string;
  readonly neededBy: string;
  readonly providerIssueKey?: string;
  readonly inputs?: string;
}

export function asked(issueKey: string, by: string, at: number, promised: Promised): Scene {
  const { provider, ...terms } = promised;
  return {
    at,
    as: by,
    issueKey,
    key: 'agreement/request',
    payload: { providerAccountId: provider, ...terms },
  };
}

export const acknowledged = (issueKey: string, by: string, agreementId: string, at: number): Scene => ({
  at,
  as: by,
  issueKey,
  key: 'agreement/acknowledge',
  payload: { agreementId },
});
