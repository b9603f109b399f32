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
  readonly texts: Readonly<Record<string, string>>;
}

/** Jira says `en_GB`, browsers `en-GB`; what neither understands becomes English. */
export function browserLocale(jiraLocale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((jiraLocale ?? 'en').replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Texts by screen and name, as they are looked up. */
export const flat = (screens: Screens): Record<string, string> =>
  Object.fromEntries(
    Object.entries(screens).flatMap(([screen, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${screen}.${name}`, text]),
    ),
  );

/**
 * The texts for a Jira locale, with those that only this page has. English fills what a translation lacks, and stands
 * in when it cannot be fetched.
 */
export async function loadLanguage(jiraLocale: string | undefined, ofPage: Screens = {}): Promise<Language> {
  const locale = browserLocale(jiraLocale);
  const language = locale.split('-')[0] ?? 'en';
  const english = { ...flat(en), ...flat(ofPage) };
  const load = others[language];
  if (!load) return { locale, textLanguage: 'en', texts: english };
  try {
    return { locale, textLanguage: language, texts: { ...english, ...flat(await load()) } };
  } catch {
    return { locale, textLanguage: 'en', texts: english };
  }
}
