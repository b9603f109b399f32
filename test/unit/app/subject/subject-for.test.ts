import { subjectFor } from '../../../../src/app/subject/subject-for';
import { blocker, epic } from '../../../support/items';
import { subjectWith } from '../../../support/subject';

const seenThrough = (theirs: Parameters<typeof subjectFor>[1]) =>
  subjectFor(
    subjectWith({
      item: epic({ blockers: [blocker('PLAT-1')], linkedIds: ['7', blocker('PLAT-1').issueId] }),
    }),
    theirs,
  ).item;

describe('what is in the way', () => {
  it('is named to a reader whose own reading brings the issue, whatever their language calls the link', () => {
    const item = seenThrough({ blockers: [], linkedIds: [blocker('PLAT-1').issueId] });
    expect(item.blockers).toEqual([blocker('PLAT-1')]);
  });

  it('is something they may not see where their reading brings other issues alone', () => {
    const item = seenThrough({ blockers: [blocker('PLAT-2')], linkedIds: [blocker('PLAT-2').issueId] });
    expect(item.blockers).toEqual([{ hidden: true }]);
  });

  it('leaves no id behind of an issue that only the app may see', () => {
    expect(JSON.stringify(seenThrough({ blockers: [], linkedIds: ['7'] }))).not.toContain(
      blocker('PLAT-1').issueId,
    );
  });
});
