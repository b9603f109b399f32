import { learnLinks } from '../../domain/policy/known-links';
import type { Clock, Jira } from '../ports';
import type { LinkMemory } from './ports';

export interface LearnLinksPorts {
  readonly jira: Pick<Jira, 'linkTypes'>;
  readonly linkMemory: LinkMemory;
  readonly clock: Clock;
}

/**
 * Keeps by id which of the site's link types say that an item waits, as long as their words still do: whoever renames one
 * later takes nothing out of anybody's way. Where somebody else learns at the same moment, the next time is soon enough.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function learnSiteLinks({ jira, linkMemory, clock }: LearnLinksPorts): Promise<void> {
  const [{ version, links }, types] = await Promise.all([linkMemory.read(), jira.linkTypes('app')]);
  const learnt = learnLinks(links, types);
  if (learnt.length === links.length) return;
  await linkMemory.write({ version: version + 1, links: learnt }, clock.now());
}
