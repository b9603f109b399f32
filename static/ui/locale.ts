import en from '../i18n/en.json';

export type Screens = Record<string, Record<string, string>>;

/**
 * Further languages are files beside en.json, fetched only where they are spoken:
 * `de: () => import('../i18n/de.json').then((file) => file.default)`.
 */
const others: Readonly<Record<string, () => Promise<Screens>>> = {};

export interface Language {
  /** BCP 47, for dates and numbers: the reader's own. */
  readonly locale: string;
  /** The language the texts are in; English where ours has no translation. */
  readonly textLanguage: string;
  /** By screen and name; the same object for good, so that texts added later are found. */
  readonly texts: Record<string, string>;
}

/** Jira says `en_GB`, browsers `en-GB`; what neither understands becomes English. */
export function browserLocale(jiraLocale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((jiraLocale ?? 'en').replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** What the screens say now, by screen and name. It grows when a part brings its own texts. */
const texts: Record<string, string> = {};

/** Adds English texts that come with a page, or with a part fetched later. A translation that is there stays. */
export function addTexts(screens: Screens): void {
  for (const [screen, named] of Object.entries(screens)) {
    for (const [name, text] of Object.entries(named)) texts[`${screen}.${name}`] ??= text;
  }
}

/**
 * The texts for a Jira locale. English fills what a translation lacks, and stands in when it cannot be fetched.
 * A translation is one file: it brings every text at once.
 */
export async function loadLanguage(jiraLocale: string | undefined): Promise<Language> {
  const locale = browserLocale(jiraLocale);
  const language = locale.split('-')[0] ?? 'en';
  const translation = await others[language]?.().catch(() => undefined);
  for (const [screen, named] of Object.entries(translation ?? {})) {
    for (const [name, text] of Object.entries(named)) texts[`${screen}.${name}`] = text;
  }
  addTexts(en);
  return { locale, textLanguage: translation ? language : 'en', texts };
}
