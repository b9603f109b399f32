import { router } from '@forge/bridge';

/** Opens the project's policy page; `path`: with a change proposed on it, which saves nothing. */
export function openPolicy(projectKey: string, path?: string): void {
  void router
    .navigate({
      target: 'module',
      moduleKey: 'project-policy',
      projectKey,
      ...(path !== undefined && { path }),
    })
    .catch(() => undefined);
}
