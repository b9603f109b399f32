import { noWorst } from '../../../../static/portfolio/words';

const figures = {
  items: 2,
  passing: 2,
  notKnown: 0,
  unanswered: 0,
  overdue: 0,
  offTrack: 0,
  decisionsDue: 0,
  promises: 0,
  heldBack: 0,
  epics: 0,
};

it.each([
  ['every item passes', figures, 'portfolio.worstNone'],
  ['those that fail are hidden from the reader', { ...figures, passing: 0 }, 'portfolio.worstHidden'],
  ['Jira hides some from Holdfast', { ...figures, passing: 1, notKnown: 1 }, 'portfolio.worstUnknown'],
])('a line that names no item at risk says why, where %s', (_, of, said) => {
  expect(noWorst(of)).toBe(said);
});
