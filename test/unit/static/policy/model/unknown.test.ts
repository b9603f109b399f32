import { siteDefault } from '../../../../../src/domain/policy/policy';
import { isAllKnown, stillUnknown, type Unknown } from '../../../../../static/policy/model/unknown';

const initiative = { id: '99', name: 'Initiative' };
const lost = { linkTypeId: '9', direction: 'inward', words: 'waits on' } as const;
const blocks = { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const site = { links: [blocks], byWords: [] };
const saved = {
  ...siteDefault,
  workItemTypes: [{ level: 1 }, initiative],
  waitsFor: [lost],
  ownerSource: { kind: 'field', fieldId: 'customfield_1' } as const,
};
const unknown: Unknown = {
  types: [initiative],
  links: [lost],
  ownerField: 'customfield_1',
  waitsForNothing: true,
};

test('what Jira no longer has is told as long as the page holds it', () => {
  expect(stillUnknown(unknown, saved, saved, site)).toEqual(unknown);
});

test('what was taken out or chosen anew is settled before it is saved', () => {
  const settled = {
    ...saved,
    workItemTypes: [{ level: 1 }],
    waitsFor: [{ linkTypeId: '1', direction: 'inward', words: 'is blocked by' } as const],
    ownerSource: { kind: 'assignee' } as const,
  };
  expect(isAllKnown(stillUnknown(unknown, saved, settled, site))).toBe(true);
});

test('whether nothing counts as waiting is the answer’s word until the link types are there', () => {
  expect(stillUnknown(unknown, saved, saved, { ...site, links: null }).waitsForNothing).toBe(true);
  expect(stillUnknown(unknown, saved, { ...saved, waitsFor: 'by-words' }, site).waitsForNothing).toBe(false);
  expect(
    stillUnknown({ ...unknown, waitsForNothing: false }, saved, { ...saved, waitsFor: [] }, site),
  ).toMatchObject({ waitsForNothing: true });
});

test('a link type that once said so counts as waiting under its later name', () => {
  const renamed = { ...blocks, inward: 'requires', outward: 'is required by' };
  const byWords = [{ linkTypeId: '1', direction: 'inward', words: 'requires' } as const];
  const page = { ...saved, waitsFor: 'by-words' as const };
  expect(stillUnknown(unknown, saved, page, { links: [renamed], byWords }).waitsForNothing).toBe(false);
  expect(stillUnknown(unknown, saved, page, { links: [renamed], byWords: [] }).waitsForNothing).toBe(true);
});
