import { timeline } from '../../../../../static/panel/model/history';
import {
  asked,
  delivered,
  nominated,
  accepted,
  reassigned,
  returned,
  turnedDown,
} from '../../../../support/events';
import { COO, OPS, PLATFORM } from '../../../../support/people';

const texts = (...history: Parameters<typeof timeline>[0]) => timeline(history).map(({ text }) => text);

test('the DRI asks somebody else; a provider hands over', () => {
  expect(texts(asked('A1'), reassigned('A1', { by: COO, providerAccountId: OPS }))[0]).toBe(
    'historyReassigned',
  );
  expect(texts(asked('A1'), reassigned('A1', { by: PLATFORM, providerAccountId: OPS }))[0]).toBe(
    'historyHandedOver',
  );
});

test('a no before accepting declines; after it, ownership is handed back', () => {
  expect(texts(nominated(COO), turnedDown(COO))[0]).toBe('historyDeclined');
  expect(texts(nominated(COO), accepted(COO), turnedDown(COO))[0]).toBe('historyHandedBack');
  expect(texts(nominated(COO), accepted(COO), nominated(OPS), turnedDown(OPS))[0]).toBe('historyDeclined');
  expect(texts(nominated(COO), accepted(COO), turnedDown(COO, { suggestedAccountId: OPS }))[0]).toBe(
    'historyHandedBackSuggesting',
  );
});

test('a delivery tells its evidence, a return its cause and reason', () => {
  const [back, made] = timeline([asked('A1'), delivered('A1'), returned('A1', { cause: 'spec' })]);
  expect(made).toMatchObject({ text: 'historyDelivered', quote: 'https://staging.example.com answers' });
  expect(back).toMatchObject({ text: 'historyReturnedSpec', what: 'A staging cluster' });
});
