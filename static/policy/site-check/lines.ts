import type { SiteCheckAnswer } from '../../../src/contract/answers';
import { dayText } from '../../../src/contract/texts/dates';
import { localDate } from '../../../src/domain/time/local-date';
import type { Tone } from '../../ui/state-word';
import type { Translate } from '../../ui/text';
import { levelText } from '../../ui/level-text';

/** One thing that was tried: how it stands, and what to do where it does not. */
export interface Line {
  readonly state: 'holds' | 'fails' | 'not-known';
  readonly what: string;
  readonly next?: string | undefined;
}

export const TONES: Readonly<Record<Line['state'], Tone>> = {
  holds: 'good',
  fails: 'problem',
  'not-known': 'quiet',
};
export const WORDS = {
  holds: 'siteCheck.holds',
  fails: 'siteCheck.fails',
  'not-known': 'siteCheck.notKnown',
} as const;

/** What Holdfast needs of the site, as it was found. */
export function checkLines({ checks, unknown }: SiteCheckAnswer, t: Translate): readonly Line[] {
  const { storage, fields, sight, mail } = checks;
  return [
    {
      state: storage,
      what: t('siteCheck.storage'),
      next: storage === 'holds' ? undefined : t('siteCheck.storageFails'),
    },
    {
      state: fields,
      what: t('siteCheck.fields'),
      next: {
        holds: undefined,
        fails: t('siteCheck.fieldsFails'),
        'not-known': t('siteCheck.fieldsNotKnown'),
      }[fields],
    },
    {
      state: sight,
      what: t('siteCheck.sight'),
      next: { holds: undefined, fails: t('siteCheck.sightFails'), 'not-known': t('siteCheck.sightNotKnown') }[
        sight
      ],
    },
    {
      state: mail,
      what: t('siteCheck.mail'),
      next: { holds: undefined, fails: t('siteCheck.mailFails'), 'not-known': t('siteCheck.mailNotKnown') }[
        mail
      ],
    },
    {
      state: unknown === 0 ? 'holds' : 'fails',
      what: t('siteCheck.policy'),
      next: unknown === 0 ? undefined : t('siteCheck.policyFails', { count: unknown }),
    },
  ];
}

export type Project = SiteCheckAnswer['projects'][number];
type Border = Project['borders'][number];

/** Who reads, and when. */
export interface Reader {
  readonly t: Translate;
  readonly now: string;
  readonly timeZone: string;
  readonly locale: string;
}

/** How the rule at one border of a project stands, in words. */
export function borderText(
  border: Border,
  mode: Project['mode'],
  { t, now, timeZone, locale }: Reader,
): string {
  const dayOf = (at: string) => dayText(localDate(at, timeZone), localDate(now, timeZone), locale);
  if (border.state === 'never') return t('siteCheck.never', { mode });
  const day = border.at === undefined ? '' : dayOf(border.at);
  if (border.state === 'asked') return t('siteCheck.asked', { day });
  return border.passedBy
    ? t('siteCheck.passedBy', { count: border.passedBy.moves, day: dayOf(border.passedBy.since) })
    : t('siteCheck.passedByUncounted', { day });
}

/** What counts, by the site's policy. */
export const scopeLines = ({ types, links }: SiteCheckAnswer, t: Translate): readonly string[] => [
  t('siteCheck.types', {
    names: types
      .map((type) => {
        if ('level' in type) return levelText(type.level, t);
        return 'named' in type ? type.named : type.name;
      })
      .join(', '),
  }),
  t('siteCheck.links', {
    names: links === 'by-words' ? t('siteCheck.byWords') : links.map(({ words }) => words).join(', '),
  }),
];

/** What the app cannot find out, and where the reader can. */
export const lookLines = (t: Translate): readonly string[] => [
  t('siteCheck.lookRule'),
  t('siteCheck.lookPanel'),
  t('siteCheck.lookFields'),
];

/** What to do before the app goes, in order. */
export function leavingLines({ projects }: SiteCheckAnswer, t: Translate): readonly string[] {
  const asking = projects.filter(({ borders }) => borders.some(({ state }) => state === 'asked'));
  const names = asking.map(({ projectKey }) => projectKey).join(', ');
  return [
    t('siteCheck.leave1'),
    names === '' ? t('siteCheck.leave2None') : t('siteCheck.leave2', { names }),
    t('siteCheck.leave3'),
    t('siteCheck.leave4'),
  ];
}

/** Everything on the page as plain text: keys of projects, and nothing of people. */
export function plainText(
  answer: SiteCheckAnswer,
  t: Translate,
  place: { readonly timeZone: string; readonly locale: string },
): string {
  const { now, projects } = answer;
  const border = (one: Border, mode: Project['mode']) =>
    `${t(`siteCheck.${one.checkpoint}`)}: ${borderText(one, mode, { t, now, ...place })}`;
  return [
    `${t('siteCheck.title')}, ${now}`,
    ...checkLines(answer, t).map(({ state, what, next }) =>
      [`${what}: ${t(WORDS[state])}`, ...(next === undefined ? [] : [next])].join('. '),
    ),
    ...scopeLines(answer, t),
    ...projects.flatMap((project) => [
      `${project.projectKey}: ${t('siteCheck.mode', { mode: project.mode })}. ${t(project.seen ? 'siteCheck.seen' : 'siteCheck.unseen')}`,
      ...project.borders.map((one) => `  ${border(one, project.mode)}`),
    ]),
  ].join('\n');
}
