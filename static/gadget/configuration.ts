/** How often Jira shows the gadget anew, in minutes; 0: only when somebody asks. */
export const REFRESHES = [0, 15, 60, 240] as const;
export type Refresh = (typeof REFRESHES)[number];

/** What the settings submit. Jira itself reads `refresh`; the app asks as the viewer whether they may see the project. */
export interface Configuration {
  readonly projectKey: string;
  readonly refresh?: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const configurationIn = (extension: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const configuration = extension['gadgetConfiguration'];
  return isRecord(configuration) ? configuration : {};
};

/** The project a gadget was set to; null before it was. */
export function configuredProject(extension: Readonly<Record<string, unknown>>): string | null {
  const { projectKey } = configurationIn(extension);
  return typeof projectKey === 'string' && projectKey !== '' ? projectKey : null;
}

export function configuredRefresh(extension: Readonly<Record<string, unknown>>): Refresh {
  const { refresh } = configurationIn(extension);
  return REFRESHES.find((minutes) => minutes === refresh) ?? 0;
}
