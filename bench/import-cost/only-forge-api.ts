import { asApp, route } from '@forge/api';

/** The least a Forge function that talks to Jira can load: the yardstick for every other bundle. */
export const handler = () => asApp().requestJira(route`/rest/api/3/myself`);
