import { learnSiteLinks } from '../../policy/learn-links';
import { defineJob } from '../define-job';

/** Keeps by id which link types say by their words that an item waits. */
export interface LearnLinksJob {
  readonly kind: 'learn-links';
}

export const learnLinks = defineJob<LearnLinksJob>({
  kind: 'learn-links',
  paged: false,
  read: () => ({ kind: 'learn-links' }),
  run: (_job, ports) => learnSiteLinks(ports),
});
