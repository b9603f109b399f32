import type { CharterAnswer } from '../../src/contract/answers';
import { clientOf, type Client } from './client';
import { newEpic, type ServedSite } from './sandbox';

/** Types of the demo: epics stand one level above tasks. */
export const EPIC = '10000';
export const TASK = '10002';

/** What people do to items around the gate, for tests that ask what is kept of it. */
export function gateStory(site: ServedSite) {
  const as = (accountId: string): Client => clientOf(site, accountId);
  return {
    as,
    /** Jira's events, and what follows them, arrive a moment later. */
    async later(minutes = 3): Promise<void> {
      for (let turn = 0; turn < minutes; turn += 1) {
        await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
        await as('u-admin').send('POST', '/sandbox/drain');
      }
    },
    /** A day passes, and what looks for lost things has run. */
    async aDayLater(): Promise<void> {
      await as('u-admin').send('POST', '/sandbox/clock', { advance: 'P1D' });
      for (let turn = 0; turn < 3; turn += 1) {
        await as('u-admin').send('POST', '/sandbox/drain');
        await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
      }
      await as('u-admin').send('POST', '/sandbox/drain');
    },
    passagesOf: async (key: string): Promise<CharterAnswer['charter']['passages']> => {
      const answer = (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;
      return answer.charter.passages;
    },
    panelOf: async (key: string) => (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer,
    /** An epic that may start. */
    async inOrder(by = 'u-coo', project = 'EXP'): Promise<string> {
      const key = newEpic(site.sandbox, {}, project);
      await as(by).done(key, 'dri/nominate', { accountId: by });
      await as(by).done(key, 'dri/accept');
      await as(by).done(key, 'dependencies/declare-none');
      return key;
    },
    /** Gives an item another type, another project or another parent, as Jira's Move does; answers its key. */
    async relocate(
      key: string,
      { project = 'EXP', type, parent }: { project?: string; type: string; parent?: string },
    ): Promise<string> {
      const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}?fields=status`);
      const { id } = body as { id: string };
      const target = [project, type, ...(parent === undefined ? [] : [parent])].join(',');
      const moved = await as('u-coo').send('POST', '/rest/api/3/bulk/issues/move', {
        targetToSourcesMapping: {
          [target]: {
            issueIdsOrKeys: [key],
            inferClassificationDefaults: true,
            inferFieldDefaults: true,
            inferStatusDefaults: true,
            inferSubtaskTypeDefault: true,
          },
        },
      });
      if (moved.status !== 201) throw new Error(JSON.stringify(moved));
      return ((await as('u-coo').get(`/rest/api/3/issue/${id}`)).body as { key: string }).key;
    },
  };
}
