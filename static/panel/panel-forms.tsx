import type { ReactNode } from 'react';
import { zoneOfDri } from '../../src/domain/charter/ownership/dri-zone';
import { FormContextProvider, type FormContextValue } from '../charter-form/form-context';
import { usePanel } from './panel-context';
import { changedSince } from './model/changed-since';
import { useConsequence } from './use-consequence';

/** What the forms ask of their page, given by the panel. */
export function PanelForms({ modal, children }: { modal?: FormContextValue['modal']; children: ReactNode }) {
  const { answer, nameOf, send, close, reload, draft } = usePanel();
  const consequence = useConsequence();
  return (
    <FormContextProvider
      value={{
        me: answer.me.accountId,
        issueKey: answer.item.issueKey,
        now: answer.now,
        people: answer.people,
        nameOf,
        dri: answer.charter.dri?.accountId,
        zone: zoneOfDri(answer.charter, answer.policy),
        seen: answer.seen,
        changedSince: (seen, subject) => changedSince(answer, seen, subject),
        charter: answer.charter,
        send,
        close,
        reload,
        draft,
        consequence,
        ...(modal && { modal }),
      }}
    >
      {children}
    </FormContextProvider>
  );
}
