import { randomUUID } from 'node:crypto';
import type { AppManifest } from './manifest';

/** Where and as what the app is installed. One fixed site: identity is never what a test is about. */
export interface Installation {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly installationId: string;
  readonly cloudId: string;
  readonly siteUrl: string;
  /** ARI of the site, which Forge calls the install context. */
  readonly installContext: string;
}

export const FIRST_VERSION = '1.0.0';

export function installationOf(manifest: AppManifest, siteUrl: string): Installation {
  const cloudId = '3f1c5a70-0b51-4c59-9a7c-5d6d6c1f0a11';
  return {
    appId: manifest.appId,
    appVersion: FIRST_VERSION,
    environmentId: '9b0a4a1e-44c4-4c57-8f6e-6c6d3a0f7b22',
    environmentType: 'DEVELOPMENT',
    installationId: 'c7f0c2b9-6d3e-4f0b-8a31-2f4b8e5d9c33',
    cloudId,
    siteUrl,
    installContext: `ari:cloud:jira::site/${cloudId}`,
  };
}

/** The same app on the same site, installed once more. */
export const installedAgain = (installation: Installation): Installation => ({
  ...installation,
  installationId: randomUUID(),
});

/** The next major version of the app. */
export const upgraded = (installation: Installation): Installation => ({
  ...installation,
  appVersion: `${Number.parseInt(installation.appVersion, 10) + 1}.0.0`,
});

/** The next minor version: the same installation, and nobody is told. */
export function deployed(installation: Installation): Installation {
  const [major = 1, minor = 0] = installation.appVersion.split('.').map(Number);
  return { ...installation, appVersion: `${major}.${minor + 1}.0` };
}

/** What the app's own triggers hear of an installation or, with `upgrader`, of an upgrade. */
export const lifeCycleEvent = (
  { installationId, appId, appVersion, environmentId }: Installation,
  person: {
    readonly installerAccountId?: string | undefined;
    readonly upgraderAccountId?: string | undefined;
  },
): Readonly<Record<string, unknown>> => ({
  id: installationId,
  ...person,
  app: { id: appId, version: appVersion },
  environment: { id: environmentId },
});
