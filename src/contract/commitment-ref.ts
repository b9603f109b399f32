/**
 * A row's handle, and what of the work item the line is about: an agreement, a question or a gap (`9f2c…:A1`, `:E1`,
 * `:G1`), or one of the things that come round again.
 */
export const COMMITMENT_REF = /^[0-9a-f]{32}(:([AEG][1-9][0-9]{0,5}|check-in|keep-or-change))?$/;

/** What the address of My commitments names a line by, so that a mail leads to it. */
export const OPEN = 'open';

/** What it names a part of the page by: here, the choice of what its reader hears. */
export const SHOW = 'show';
export const NOTICES = 'notices';

export const commitmentRef = (handle: string, part: string | undefined): string =>
  part === undefined ? handle : `${handle}:${part}`;

export interface CommitmentRef {
  readonly handle: string;
  /** What a call on it is about, under the names the calls give it. */
  readonly about: { readonly agreementId?: string; readonly escalationId?: string; readonly gapId?: string };
}

export function readCommitmentRef(ref: string): CommitmentRef {
  const [handle = '', part] = ref.split(':');
  if (part === undefined) return { handle, about: {} };
  if (part.startsWith('A')) return { handle, about: { agreementId: part } };
  if (part.startsWith('E')) return { handle, about: { escalationId: part } };
  return { handle, about: part.startsWith('G') ? { gapId: part } : {} };
}
