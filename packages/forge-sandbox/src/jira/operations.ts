import type { Operation } from './operation';
import { appFieldRoutes } from './routes/app-fields';
import { bulkRoutes } from './routes/bulk';
import { catalogRoutes } from './routes/catalog';
import { changelogRoutes } from './routes/changelogs';
import { commentRoutes } from './routes/comments';
import { issueReads } from './routes/issue-read';
import { issueTypeRoutes } from './routes/issue-types';
import { issueWrites } from './routes/issue-write';
import { linkTypeRoutes } from './routes/link-types';
import { linkRoutes } from './routes/links';
import { notifyRoutes } from './routes/notify';
import { permissionRoutes } from './routes/permissions';
import { projectLifeRoutes } from './routes/project-life';
import { projectRoutes } from './routes/projects';
import { propertyRoutes } from './routes/properties';
import { screenRoutes } from './routes/screens';
import { searchRoutes } from './routes/search';
import { transitionRoutes } from './routes/transitions';
import { userRoutes } from './routes/users';

/** Every route of the double. */
export function operations(): readonly Operation[] {
  return [
    ...issueReads,
    ...issueWrites,
    ...bulkRoutes(),
    ...transitionRoutes,
    ...changelogRoutes,
    ...commentRoutes,
    ...linkRoutes,
    ...propertyRoutes,
    ...notifyRoutes,
    ...screenRoutes,
    ...searchRoutes(),
    ...userRoutes,
    ...permissionRoutes,
    ...projectRoutes,
    ...projectLifeRoutes,
    ...catalogRoutes,
    ...issueTypeRoutes,
    ...linkTypeRoutes,
    ...appFieldRoutes,
  ];
}
