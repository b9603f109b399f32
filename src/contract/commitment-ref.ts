/** A row's handle, and the agreement or question where it is about one: `9f2c…:A1`, `9f2c…:E1`. */
export const COMMITMENT_REF = /^[0-9a-f]{32}(:[AE][1-9][0-9]{0,5})?$/;

export const commitmentRef = (handle: string, part: string | undefined): string =>
  part === undefined ? handle : `${handle}:${part}`;

export interface CommitmentRef {
  readonly handle: string;
  /** What a call on it is about, under the names the calls give it. */
  readonly about: { readonly agreementId?: string; readonly escalationId?: string };
}

export function readCommitmentRef(ref: string): CommitmentRef {
  const [handle = '', part] = ref.split(':');
  if (part === undefined) return { handle, about: {} };
  return { handle, about: part.startsWith('E') ? { escalationId: part } : { agreementId: part } };
}
