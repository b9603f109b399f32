import { useState } from 'react';
import { AgreementDetails } from '../panel/agreements/agreement-details';
import { usePanel } from '../panel/panel-context';
import { Disclosure } from '../ui/disclosure';

/** The promise that a form is about, in a line, and word by word one click away; other forms say it themselves. */
export function FormSubject() {
  const { answer, form } = usePanel();
  const [open, setOpen] = useState(false);
  const agreement =
    form && 'agreementId' in form
      ? answer.charter.agreements.find(({ id }) => id === form.agreementId)
      : undefined;
  return (
    agreement && (
      <Disclosure label={agreement.deliverable} isOpen={open} onToggle={() => setOpen(!open)}>
        <AgreementDetails agreement={agreement} />
      </Disclosure>
    )
  );
}
