import { useMemo, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { flat, type Screens } from './locale';

/** Adds the texts of a part that is fetched later: the first paint does not pay for them. */
export function WithTexts({ texts, children }: { texts: Screens; children: ReactNode }) {
  const { locale, timeZone, messages } = useIntl();
  const all = useMemo(() => ({ ...messages, ...flat(texts) }) as Record<string, string>, [messages, texts]);
  return (
    <IntlProvider
      locale={locale}
      messages={all}
      {...(timeZone !== undefined && { timeZone })}
      onError={() => undefined}
    >
      {children}
    </IntlProvider>
  );
}
