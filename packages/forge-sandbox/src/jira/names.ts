import type { Language } from '../switches';
import type { CategoryKey, IssueType, LinkType, Named, Status } from './model/types';

type Translated = Exclude<Language, 'en'>;
type Words = Readonly<Record<string, Readonly<Record<Translated, string>>>>;

/** Jira's default names, by kind. What an administrator named stays as it was named. */
const ISSUE_TYPES: Words = {
  Epic: { de: 'Epos', ja: 'エピック' },
  Story: { de: 'Story', ja: 'ストーリー' },
  Task: { de: 'Aufgabe', ja: 'タスク' },
  Bug: { de: 'Fehler', ja: 'バグ' },
  'Sub-task': { de: 'Unteraufgabe', ja: 'サブタスク' },
};

const STATUSES: Words = {
  'To Do': { de: 'Zu erledigen', ja: 'To Do' },
  'In Progress': { de: 'In Arbeit', ja: '進行中' },
  'In Review': { de: 'Wird überprüft', ja: 'レビュー中' },
  Done: { de: 'Fertig', ja: '完了' },
};

const CATEGORIES: Readonly<Record<CategoryKey, Readonly<Record<Language, string>>>> = {
  new: { en: 'To Do', de: 'Zu erledigen', ja: 'To Do' },
  indeterminate: { en: 'In Progress', de: 'In Arbeit', ja: '進行中' },
  done: { en: 'Done', de: 'Fertig', ja: '完了' },
};

const PRIORITIES: Words = {
  Highest: { de: 'Höchste', ja: '最高' },
  High: { de: 'Hoch', ja: '高' },
  Medium: { de: 'Mittel', ja: '中' },
  Low: { de: 'Niedrig', ja: '低' },
  Lowest: { de: 'Niedrigste', ja: '最低' },
};

const LINK_TYPES: Words = {
  Blocks: { de: 'Blockiert', ja: 'ブロック' },
  Cloners: { de: 'Klone', ja: 'クローン' },
  Duplicate: { de: 'Duplikat', ja: '重複' },
  Relates: { de: 'Bezug', ja: '関連' },
};

const LINK_WORDS: Words = {
  blocks: { de: 'blockiert', ja: 'ブロックしている' },
  'is blocked by': { de: 'wird blockiert von', ja: 'ブロックされている' },
  clones: { de: 'klont', ja: 'クローンしている' },
  'is cloned by': { de: 'wird geklont von', ja: 'クローンされている' },
  duplicates: { de: 'dupliziert', ja: '重複している' },
  'is duplicated by': { de: 'wird dupliziert von', ja: '重複されている' },
  'relates to': { de: 'bezieht sich auf', ja: '関連している' },
};

/** A name as somebody reads it; `untranslatedName` where Jira translated it. */
export interface ReadName {
  readonly name: string;
  readonly untranslatedName?: string;
}

function read(words: Words, name: string, language: Language, own = false): ReadName {
  const translated = language === 'en' || own ? undefined : words[name]?.[language];
  return translated === undefined ? { name } : { name: translated, untranslatedName: name };
}

export const typeName = (type: IssueType, language: Language): ReadName =>
  read(ISSUE_TYPES, type.name, language, type.renamed);

export const statusName = (status: Status, language: Language): ReadName =>
  read(STATUSES, status.name, language);

export const categoryName = (key: CategoryKey, language: Language): string => CATEGORIES[key][language];

export const priorityName = (priority: Named, language: Language): string =>
  read(PRIORITIES, priority.name, language).name;

/** A link type's name and the words of its two ends. */
export function linkWords(
  type: LinkType,
  language: Language,
): { readonly name: string; readonly inward: string; readonly outward: string } {
  const { name, inward, outward, renamed } = type;
  // An administrator who makes or renames a type words it whole.
  if (renamed === true || !(name in LINK_TYPES)) return { name, inward, outward };
  return {
    name: read(LINK_TYPES, name, language).name,
    inward: read(LINK_WORDS, inward, language).name,
    outward: read(LINK_WORDS, outward, language).name,
  };
}

/** Every name by which somebody may call a thing: the untranslated one and their own. */
export const callings = (untranslated: string, read: string): readonly string[] => [
  ...new Set([untranslated, read]),
];
