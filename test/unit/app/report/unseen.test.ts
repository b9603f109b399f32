import { reportDrift } from '../../../../src/app/report/drift';
import { reportHandoffs } from '../../../../src/app/report/handoffs';
import { reportIndicators } from '../../../../src/app/report/indicators';
import { reportGadget } from '../../../../src/app/report/gadget';
import { reportQuarter } from '../../../../src/app/summaries/quarter';
import { reportPage } from '../../../../src/app/report/page';
import fc from 'fast-check';
import { attempts, historyOf, play } from '../../../support/attempts';
import { blocker, epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';

const LATER = { now: () => '2027-01-20T12:00:00.000Z' };
const project = { projectKey: 'EXP' };

/** Every call of the report, as one text: what a reader gets, byte by byte. */
const everything = async (here: World): Promise<string> =>
  JSON.stringify(
    await Promise.all([
      reportPage({ ...project, scope: 'policy' }, here),
      reportPage({ ...project, scope: 'all' }, here),
      reportIndicators(project, here),
      reportDrift(project, here),
      reportQuarter(project, here),
      reportGadget(project, here),
      reportHandoffs({ ...project, accountId: 'u-viewer', scope: 'policy' }, here),
      reportHandoffs({ ...project, accountId: 'u-viewer', scope: 'all' }, here),
    ]),
  );

it('answers to the last byte as if items the viewer may not see did not exist', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          history: attempts.map((all) => historyOf(play(all))),
          isHidden: fc.boolean(),
          blockers: fc.subarray(['PLAT-1', 'OPS-1']),
        }),
        { maxLength: 6 },
      ),
      async (all) => {
        const [some, none]: readonly World[] = [0, 1].map(() => ({ ...world(), clock: LATER }));
        if (!some || !none) throw new Error('two worlds');
        for (const here of [some, none]) {
          here.jira.items.clear();
          all.forEach(({ history, isHidden, blockers }, index) => {
            const [issueKey, issueId] = [`EXP-${index + 1}`, `${10_001 + index}`];
            if (here === none && isHidden) return;
            if (isHidden) here.jira.hidden.add(issueKey);
            here.jira.items.set(
              issueKey,
              epic({ issueKey, issueId, people: {}, blockers: blockers.map((key) => blocker(key)) }),
            );
            here.charters.put(issueKey, history, issueId);
          });
        }
        expect(await everything(some)).toBe(await everything(none));
      },
    ),
    { numRuns: 60, seed: 20261123 },
  );
});
