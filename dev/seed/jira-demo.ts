import type { Jira } from '../../packages/forge-sandbox/src/jira';
import { seedExpansion } from './jira-expansion';
import { seedHandoffs, seedPlatform, seedTeam } from './jira-neighbours';
import { seedPeople } from './jira-people';
import { seedProjects } from './jira-projects';

export { demoMembers } from './jira-people';

/** The demo's Monday morning; set the sandbox's clock to it before seeding. */
export const DEMO_NOW = Date.parse('2026-11-23T08:00:00Z');

/** The Jira side of the demo: people, the projects EXP, PLAT, HAND and TEAM, and their work. Expects an empty site. */
export function seedJiraDemo(jira: Jira): void {
  seedPeople(jira);
  seedProjects(jira);
  seedPlatform(jira, DEMO_NOW);
  seedExpansion(jira, DEMO_NOW);
  seedHandoffs(jira, DEMO_NOW);
  seedTeam(jira, DEMO_NOW);
}
