import { useCallback, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type backtest from '../i18n/en-backtest.json';
import type calendar from '../i18n/en-calendar.json';
import type clocks from '../i18n/en-clocks.json';
import type commitments from '../i18n/en-commitments.json';
import type drift from '../i18n/en-drift.json';
import type follow from '../i18n/en-follow.json';
import type handoffs from '../i18n/en-handoffs.json';
import type forms from '../i18n/en-forms.json';
import type gadget from '../i18n/en-gadget.json';
import type lozenge from '../i18n/en-lozenge.json';
import type panel from '../i18n/en-panel.json';
import type promises from '../i18n/en-promises.json';
import type readiness from '../i18n/en-readiness.json';
import type report from '../i18n/en-report.json';
import type reportTools from '../i18n/en-report-tools.json';
import type ruleNames from '../i18n/en-rule-names.json';
import type ruleSentences from '../i18n/en-rule-sentences.json';
import type settings from '../i18n/en-settings.json';
import type steps from '../i18n/en-steps.json';
import type en from '../i18n/en.json';

type IdsOf<Texts> = {
  [Screen in keyof Texts & string]: `${Screen}.${keyof Texts[Screen] & string}`;
}[keyof Texts & string];

/** Every text by screen and name: `panel.retry`. A missing or misspelt one does not compile. */
export type TextId =
  | IdsOf<typeof backtest>
  | IdsOf<typeof calendar>
  | IdsOf<typeof clocks>
  | IdsOf<typeof commitments>
  | IdsOf<typeof drift>
  | IdsOf<typeof en>
  | IdsOf<typeof follow>
  | IdsOf<typeof forms>
  | IdsOf<typeof gadget>
  | IdsOf<typeof handoffs>
  | IdsOf<typeof lozenge>
  | IdsOf<typeof panel>
  | IdsOf<typeof promises>
  | IdsOf<typeof readiness>
  | IdsOf<typeof report>
  | IdsOf<typeof reportTools>
  | IdsOf<typeof ruleNames>
  | IdsOf<typeof ruleSentences>
  | IdsOf<typeof settings>
  | IdsOf<typeof steps>;

export type TextValues = Readonly<Record<string, string | number | Date | undefined>>;
export type Translate = (id: TextId, values?: TextValues) => string;

/** Texts as strings, for labels and announcements. The same function until the language changes: effects may name it. */
export function useText(): Translate {
  const intl = useIntl();
  return useCallback<Translate>(
    (id, values) => intl.formatMessage({ id }, values as Record<string, string | number | Date>),
    [intl],
  );
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
