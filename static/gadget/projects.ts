import * as z from 'zod/mini';
import { askJira } from '../jira/requests';

export interface ProjectName {
  readonly key: string;
  readonly name: string;
}

const PAGE = 100;
/** Pages that are read for a list somebody is to choose from. */
const MOST_PAGES = 10;

const page = z.object({
  values: z.array(z.object({ key: z.string(), name: z.string() })),
  isLast: z.optional(z.boolean()),
});

/** Projects the reader may see, by name. Throws as `askJira`. */
export async function visibleProjects(): Promise<{
  readonly projects: readonly ProjectName[];
  readonly complete: boolean;
}> {
  const projects: ProjectName[] = [];
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const path = `/rest/api/3/project/search?action=browse&orderBy=name&maxResults=${PAGE}&startAt=${turn * PAGE}`;
    const { values, isLast } = page.parse(await askJira(path));
    projects.push(...values.map(({ key, name }) => ({ key, name })));
    if (isLast !== false || values.length === 0) return { projects, complete: true };
  }
  return { projects, complete: false };
}
