import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type en from '../i18n/en.json';
import type drift from '../i18n/en-drift.json';
import type settings from '../i18n/en-settings.json';

type IdsOf<Texts> = {
  [Screen in keyof Texts & string]: `${Screen}.${keyof Texts[Screen] & string}`;
}[keyof Texts & string];

/** Every text by screen and name: `panel.retry`. A missing or misspelt one does not compile. */
export type TextId = IdsOf<typeof en> | IdsOf<typeof settings> | IdsOf<typeof drift>;

export type TextValues = Readonly<Record<string, string | number | Date | undefined>>;
export type Translate = (id: TextId, values?: TextValues) => string;

/** Texts as strings, for labels and announcements. */
export function useText(): Translate {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values as Record<string, string | number | Date>);
}

/** A text on the screen; values may be elements, and `<b>` and the like become them. */
export function Text({
  id,
  values,
}: {
  id: TextId;
  values?: Readonly<Record<string, ReactNode | ((chunks: ReactNode) => ReactNode)>>;
}) {
  return <FormattedMessage id={id} values={values as Record<string, ReactNode>} />;
}
