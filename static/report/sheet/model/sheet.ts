import type { WeekFigures } from '../../../../src/domain/report/accountability/week-figures';
import type { WeekPoint } from '../../../../src/domain/report/indicators/series';
import { weekOf } from '../../../../src/domain/report/indicators/weeks';
import type { Instant } from '../../../../src/domain/values';

export interface SheetNumber {
  readonly label: string;
  readonly number: string;
  /** How it moved; empty where nothing can be said. */
  readonly note: string;
}

export interface SheetPart {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** One page for a meeting: what it is about, three numbers, one chart, and what to talk about. */
export interface SheetContent {
  readonly title: string;
  /** What it speaks of, and when. */
  readonly about: readonly string[];
  readonly numbers: readonly [SheetNumber, SheetNumber, SheetNumber];
  /** How many items passed the test, week by week; null until the weeks are read. */
  readonly points: readonly WeekPoint[] | null;
  readonly parts: readonly SheetPart[];
}

/** Sentences that fit on a page with all else, and characters of each. */
export const MOST_SENTENCES = 9;
export const MOST_CHARACTERS = 240;

/** Shorter at the end of a word, with an ellipsis, where a sentence is longer than a sheet has room for. */
export function shortened(sentence: string): string {
  if (sentence.length <= MOST_CHARACTERS) return sentence;
  const cut = sentence.slice(0, MOST_CHARACTERS - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > MOST_CHARACTERS / 2 ? space : cut.length)}…`;
}

/** As many sentences as a page has room for, those of the first parts first; a part without any is left out. */
export function fitting(parts: readonly SheetPart[]): readonly SheetPart[] {
  let room = MOST_SENTENCES;
  return parts.flatMap(({ heading, sentences }) => {
    const kept = sentences.slice(0, room);
    room -= kept.length;
    return kept.length === 0 ? [] : [{ heading, sentences: kept }];
  });
}

/** The items that passed at the end of each week, and now as the running week's. */
export const passingPoints = (
  weeks: readonly WeekFigures[],
  passing: number,
  items: number,
  now: Instant,
): readonly WeekPoint[] => [
  ...weeks.map((one) => ({ week: one.week, value: one.passing, count: one.known })),
  { week: weekOf(now), value: passing, count: items },
];

/** Whether a number grew, for the words about it. */
export const wayOf = (now: number, before: number): 'same' | 'more' | 'fewer' =>
  now === before ? 'same' : now > before ? 'more' : 'fewer';
