import { Hono } from 'hono';
import type { Sandbox } from '../sandbox';
import { mountShell } from '../shell/server';
import { mountChanges, type BuildChanges } from './changes';
import { answerProblem, mountControl, mountControlFallback } from './control';
import { localOnly } from './guard';
import { mountProperties } from './properties';
import { mountRealtime } from './realtime';
import { mountResources } from './resources';
import { mountRest } from './rest';
import { mountSwitches } from './switches';
import { mountTold } from './told';
import { mountWorld } from './world';

export interface AppOptions {
  /** Where the shell's own bundled scripts lie; `dist/sandbox/shell` under the working directory by default. */
  readonly shell?: string;
  /** What tells of builds while the stand-in runs; absent when nothing is built. */
  readonly changes?: BuildChanges;
}

/** Everything the stand-in serves. `root` is the folder that the manifest's resource paths start from. */
export function createApp(sandbox: Sandbox, root: string, { shell, changes }: AppOptions = {}): Hono {
  const app = new Hono();
  app.onError((problem, c) => answerProblem(problem, c, sandbox));
  app.use(localOnly);
  app.use(async (c, next) => {
    // Nobody sees a world half seeded.
    if (c.req.path !== '/sandbox/reset') await sandbox.ready();
    return next();
  });
  mountRest(app, sandbox);
  mountControl(app, sandbox);
  mountProperties(app, sandbox);
  mountWorld(app, sandbox);
  mountSwitches(app, sandbox);
  mountTold(app, sandbox);
  mountRealtime(app, sandbox);
  mountResources(app, sandbox.manifest, root);
  if (changes !== undefined) mountChanges(app, changes);
  mountShell(app, sandbox, {
    ...(shell === undefined ? {} : { assetsDir: shell }),
    watching: changes !== undefined,
  });
  mountControlFallback(app);
  return app;
}
