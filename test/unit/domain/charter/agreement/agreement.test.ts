import {
  isOpen,
  isOverdue,
  isSelfDealt,
  type Agreement,
} from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { acknowledged, asked, refused, withdrawn } from '../../../../support/events';
import { COO, PLATFORM } from '../../../../support/people';

function agreement(...events: readonly CharterEvent[]): Agreement {
  const [one] = replay(events).agreements;
  if (!one) throw new Error('no agreement in these events');
  return one;
}

const long = '2030-01-01T00:00:00.000Z';

it('counts every state but withdrawn as open', () => {
  expect(isOpen(agreement(asked('A1')))).toBe(true);
  expect(isOpen(agreement(asked('A1'), acknowledged('A1')))).toBe(true);
  expect(isOpen(agreement(asked('A1'), refused('A1')))).toBe(true);
  expect(isOpen(agreement(asked('A1'), withdrawn('A1')))).toBe(false);
});

it('calls a promise overdue once its day has ended in the zone of the provider', () => {
  const honolulu = agreement(asked('A1', { providerZone: 'Pacific/Honolulu' }), acknowledged('A1'));
  expect(isOverdue(honolulu, '2026-12-05T09:59:59.999Z')).toBe(false);
  expect(isOverdue(honolulu, '2026-12-05T10:00:00.000Z')).toBe(true);
});

it('calls nothing overdue that nobody promised', () => {
  expect(isOverdue(agreement(asked('A1')), long)).toBe(false);
  expect(isOverdue(agreement(asked('A1'), refused('A1')), long)).toBe(false);
  expect(isOverdue(agreement(asked('A1'), acknowledged('A1'), withdrawn('A1')), long)).toBe(false);
});

it('calls a promise to oneself self-dealt, whether one asks or owns', () => {
  expect(isSelfDealt(agreement(asked('A1')), COO)).toBe(false);
  expect(isSelfDealt(agreement(asked('A1')), undefined)).toBe(false);
  expect(isSelfDealt(agreement(asked('A1')), PLATFORM)).toBe(true);
  expect(isSelfDealt(agreement(asked('A1', { by: PLATFORM })), undefined)).toBe(true);
});
