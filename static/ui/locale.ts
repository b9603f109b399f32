import { languageOf, type Language, type Message, type Messages } from '../../src/contract/texts/message';
import { texts as common } from '../../texts/compiled/en/common';

/**
 * Further languages are modules beside the English ones, fetched only where they are spoken:
 * `de: () => import('../../texts/compiled/de').then(({ texts }) => texts)`.
 */
const others: Readonly<Record<string, () => Promise<Messages>>> = {};

export interface PageLanguage {
  /** BCP 47, for dates and numbers: the reader's own. */
  readonly locale: string;
  /** The language the texts are in; English where ours has no translation. */
  readonly textLanguage: string;
  /** By screen and name; the same object for good, so that texts added later are found. */
  readonly texts: Messages;
  readonly language: Language;
}

/** Jira says `en_GB`, browsers `en-GB`; what neither understands becomes English. */
export function browserLocale(jiraLocale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((jiraLocale ?? 'en').replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** What the screens say now. It grows when a part brings its own texts. */
const texts: Record<string, Message> = {};

/** Adds English texts that come with a page, or with a part fetched later. A translation that is there stays. */
export function addTexts(added: Messages): void {
  for (const [id, message] of Object.entries(added)) texts[id] ??= message;
}

/**
 * The texts for a Jira locale. English fills what a translation lacks, and stands in when it cannot be fetched.
 * A translation brings every text at once.
 */
export async function loadLanguage(jiraLocale: string | undefined): Promise<PageLanguage> {
  const locale = browserLocale(jiraLocale);
  const spoken = locale.split('-')[0] ?? 'en';
  const translation = await others[spoken]?.().catch(() => undefined);
  Object.assign(texts, translation);
  addTexts(common);
  const textLanguage = translation ? spoken : 'en';
  return { locale, textLanguage, texts, language: languageOf(textLanguage, locale) };
}
