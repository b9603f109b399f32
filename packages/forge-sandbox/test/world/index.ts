import type { Jira } from '../../src/jira';
import { seedIssues } from './issues';
import { seedPeople } from './people';
import { seedProjects } from './projects';

export { seedPeople } from './people';

/** A Monday morning; set the clock to it before seeding. */
export const WORLD_NOW = Date.parse('2026-11-23T08:00:00Z');

/** A small company's Jira: people, four projects and their work. Expects an empty site. */
export function seedWorld(jira: Jira): void {
  seedPeople(jira);
  seedProjects(jira);
  seedIssues(jira, WORLD_NOW);
}
