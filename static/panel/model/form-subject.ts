import type { Charter } from '../../../src/domain/charter/charter';
import type { OpenForm } from '../panel-context';

const has = (records: readonly { readonly id: string }[], wanted: string): boolean =>
  records.some(({ id }) => id === wanted);

/** Whether what a form is about is on the charter; a form that begins something new is about nothing there. */
export function hasSubject(charter: Charter, form: OpenForm): boolean {
  if ('agreementId' in form) return has(charter.agreements, form.agreementId);
  if ('escalationId' in form) return has(charter.escalations, form.escalationId);
  if ('gapId' in form) return has(charter.gaps, form.gapId);
  if ('waiverId' in form) return has(charter.waivers, form.waiverId);
  return form.kind === 'grant-authority' ? charter.dri !== null : true;
}
