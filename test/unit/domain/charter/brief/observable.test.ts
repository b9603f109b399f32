import fc from 'fast-check';
import { isObservable } from '../../../../../src/domain/charter/brief/observable';

it.each([
  'The portal is a success for our partners',
  'Quality is better and people are happy with it',
  'The team is aligned on the new process',
  'We have a good user experience in the shop',
  'Performance is improved to a sensible level',
])('asks once more about “%s”', (text) => {
  expect(isObservable(text)).toBe(false);
});

it.each([
  ['a number', 'By 1 April, 40 of the 60 partners have placed an order'],
  ['a number in words', 'Fewer than five support cases in the first week'],
  ['a share', 'Half of the customers are on the new plan'],
  ['a day', 'The shop is there by Friday, in all markets'],
  ['what somebody does', 'A partner signs in to staging and pays an invoice'],
  ['what is no longer so', 'The old system is gone and nobody misses it'],
  ['still being typed', 'The portal'],
  ['nothing at all', ''],
  ['another language', 'Die Partner sind zufrieden und alles wird besser laufen'],
])('has nothing to ask about %s', (_what, text) => {
  expect(isObservable(text)).toBe(true);
});

it('never asks about a text with a figure in it, in any script', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('3', '٣', '३', '50 %'), fc.string(), (before, figure, after) => {
      expect(isObservable(`${before} ${figure} ${after}`)).toBe(true);
    }),
  );
});

it('is said at once of the longest text that a field takes', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'by the ', 'no ', 'log', ' '), (part) => {
      expect(typeof isObservable(part.repeat(20_000))).toBe('boolean');
    }),
  );
});
