import { useMemo, useRef } from 'react';
import type { CharterAnswer } from '../../src/contract/answers';
import { namesFrom } from '../../src/contract/wording/names';
import { call } from '../ui/call';
import { useText } from '../ui/text';
import type { FormOutcome, FormRequest } from '../panel/model/form-modal';
import type { PanelContextValue } from '../panel/panel-context';
import { draftNames } from '../panel/model/draft-names';
import { closePage } from './close-page';

const nothing = (): void => undefined;

/** The panel as its forms know it, on a page with nothing but one form: what was sent goes back with closing. */
export function useFormPage({
  request: { form, checkpoint },
  answer,
  reload,
}: {
  request: FormRequest;
  answer: CharterAnswer;
  reload: () => Promise<void>;
}): PanelContextValue {
  const t = useText();
  const nameOf = useMemo(() => namesFrom(answer.people, t('ui.unknownPerson')), [answer.people, t]);
  // The form drops its draft between sending and closing; closing ends this page.
  const outcome = useRef<FormOutcome | null>(null);
  return {
    answer,
    checkpoint,
    setCheckpoint: nothing,
    nameOf,
    form,
    open: nothing,
    close: () => void closePage(outcome.current),
    send: async (key, input, said) => {
      const result = await call(key, input);
      if (result.ok) {
        outcome.current = { answer: result, said };
        return null;
      }
      if (result.error.code !== 'connection-lost') void reload();
      return result.error;
    },
    act: () => Promise.resolve(),
    reload: () => void reload(),
    problemIn: () => null,
    draft: draftNames(answer),
  };
}
