import type { OpenForm } from '../panel-context';
import { AuthorityForm } from './authority-form';
import { BriefForm } from './brief-form';
import { DeclineNominationForm } from '../../agreement-forms/decline-nomination-form';
import { NominateForm } from './nominate-form';

/** The forms about the owner, the authority and the brief; they come together, with the first one that is opened. */
export function OwnerForms({ form }: { form: OpenForm }) {
  switch (form.kind) {
    case 'nominate':
      return <NominateForm {...(form.accountId !== undefined && { accountId: form.accountId })} />;
    case 'decline-nomination':
      return <DeclineNominationForm key={form.kind} />;
    case 'hand-back':
      return <DeclineNominationForm key={form.kind} handsBack />;
    case 'write-brief':
      return <BriefForm />;
    case 'grant-authority':
      return <AuthorityForm />;
    default:
      return null;
  }
}
