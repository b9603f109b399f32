import { Text } from '../../../../static/ui/text';
import { markupOf, wordsOf } from '../support/render';

test('words that may turn a sentence round are an element of their own on a screen', () => {
  const told = (reason: string) => markupOf(<Text id="ui.brakeWhy" values={{ reason }} />);
  expect(told('תקציב 12')).toContain('<bdi>תקציב 12</bdi>');
  expect(told('\u202eתקציב')).toContain('<bdi>תקציב</bdi>');
  expect(told('The release')).not.toContain('<bdi>');
  expect(wordsOf(<Text id="ui.brakeWhy" values={{ reason: '\u202eThe release' }} />)).not.toMatch(/\u202e/);
});
