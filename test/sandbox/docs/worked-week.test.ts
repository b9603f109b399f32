import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '../../../src/domain/charter/evolve';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { steps } from '../../../src/domain/notices/clocks';
import type { Cause, EscalationStep } from '../../../src/domain/policy/notice-steps';
import { nextWorkingMoment } from '../../../src/domain/time/working-hours';
import { siteDefault, type Policy } from '../../../src/domain/policy/policy';
import { acknowledged, asked, owner } from '../../support/events';
import { COO } from '../../support/people';

const page = readFileSync(join(__dirname, '../../../docs/administration.md'), 'utf8');
const week = page.slice(page.indexOf('### A worked week'), page.indexOf('## Before uninstalling'));

const zone = 'Europe/Berlin';
const rung = (afterHours: number, ...tell: EscalationStep['tell']): EscalationStep => ({
  afterHours,
  tell,
  how: 'mail',
});
const ladder = [rung(0, 'asked', 'dri'), rung(8, 'sponsor'), rung(16, 'programme-lead')];
/** As the page says it in its first sentence. */
const policy: Policy = {
  ...siteDefault,
  acknowledgementHours: 4,
  clocks: {
    ...siteDefault.clocks,
    measure: 'working',
    calendar: {
      timeZone: zone,
      workdays: [1, 2, 3, 4, 5],
      from: '09:00',
      to: '17:00',
      holidays: ['2027-03-31'],
    },
    ladder: { ...siteDefault.clocks.ladder, acknowledgement: ladder, overdue: ladder },
  },
};

const ASKED_AT = '2027-03-26T15:30:00.000Z';
const question = [...owner(COO), asked('A1', { at: ASKED_AT, neededBy: '2027-04-06', providerZone: zone })];
const promise = [
  ...question,
  acknowledged('A1', { at: '2027-04-02T13:00:00.000Z', committedBy: '2027-04-06' }),
];

/** `Mon 29 Mar, 12:30` */
const said = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(Date.parse(instant))
    .replace(/^(\w+), /, '$1 ');

const localTime = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(instant),
  );

const hoursOf = (history: readonly CharterEvent[], cause: Cause): readonly string[] =>
  steps(replay(history), policy)
    .filter((step) => step.cause === cause)
    .map(({ at }) => at);

test('every hour of the worked week is what the domain computes', () => {
  const answers = hoursOf(question, 'acknowledgement').map(said);
  expect(answers).toEqual(['Mon 29 Mar, 12:30', 'Tue 30 Mar, 17:00', 'Thu 1 Apr, 17:00']);
  const dueSoon = hoursOf(promise, 'due-soon').map((at) =>
    said(nextWorkingMoment(at, zone, policy.clocks.calendar)),
  );
  expect(dueSoon).toEqual(['Mon 5 Apr, 09:00']);
  const [overdue = '', sponsor = '', lead = ''] = hoursOf(promise, 'overdue');
  expect(said(overdue)).toBe('Wed 7 Apr, 00:00');
  for (const hour of [said(ASKED_AT), ...answers, ...dueSoon, said(overdue)])
    expect(week).toContain(`| ${hour} |`);
  // Eight and sixteen working hours after midnight end with the days they fill; the mail goes the next morning.
  const told = [sponsor, lead].map((at) => said(nextWorkingMoment(at, zone, policy.clocks.calendar)));
  expect(told).toEqual(['Thu 8 Apr, 09:00', 'Fri 9 Apr, 09:00']);
  expect(week).toContain('| Thu 8 and Fri 9 Apr |');
});

test('a provider in Tokyo has the hours of Tokyo', () => {
  const inTokyo = [...owner(COO), asked('A1', { at: ASKED_AT, providerZone: 'Asia/Tokyo' })];
  const [over = ''] = hoursOf(inTokyo, 'acknowledgement');
  expect(said(over)).toBe('Mon 29 Mar, 06:00');
  expect(localTime(over, 'Asia/Tokyo')).toBe('13:00');
  expect(week).toContain('over at 13:00 there, six in the morning in Berlin');
});

test('what the page says is shipped, is', () => {
  const { clocks } = siteDefault;
  expect(page).toMatch(/^\| acknowledgement \|.*\| 24 h \|$/m);
  expect([siteDefault.acknowledgementHours, clocks.acceptanceHours, clocks.decisionHours]).toEqual([
    24, 48, 24,
  ]);
  expect(page).toMatch(/^\| acceptance \|.*\| 48 h \|$/m);
  expect(page).toMatch(/^\| question \|.*\| 24 h \|$/m);
  expect([clocks.dueSoonHours, clocks.endingDays, siteDefault.checkInEveryDays]).toEqual([48, 7, 7]);
  expect(clocks.ladder.overdue.map(({ afterHours }) => afterHours)).toEqual([0, 24, 72]);
  expect(clocks.ladder['check-in'].map(({ afterHours }) => afterHours)).toEqual([0, 48]);
});
