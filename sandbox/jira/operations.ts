import type { Operation } from './operation';
import { catalogRoutes } from './routes/catalog';
import { issueReads } from './routes/issue-read';
import { permissionRoutes } from './routes/permissions';
import { projectRoutes } from './routes/projects';
import { searchRoutes } from './routes/search';
import { transitionRoutes } from './routes/transitions';
import { userRoutes } from './routes/users';

/** Every route of the double. */
export function operations(): readonly Operation[] {
  return [
    ...issueReads,
    ...transitionRoutes,
    ...searchRoutes(),
    ...userRoutes,
    ...permissionRoutes,
    ...projectRoutes,
    ...catalogRoutes,
  ];
}
