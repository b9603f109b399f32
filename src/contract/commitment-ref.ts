/** A row's handle, and the agreement where it is about one: `9f2c…:A1`. */
export const COMMITMENT_REF = /^[0-9a-f]{32}(:A[1-9][0-9]{0,5})?$/;

export const commitmentRef = (handle: string, agreementId: string | undefined): string =>
  agreementId === undefined ? handle : `${handle}:${agreementId}`;

export function readCommitmentRef(ref: string): {
  readonly handle: string;
  readonly agreementId: string | undefined;
} {
  const [handle = '', agreementId] = ref.split(':');
  return { handle, agreementId };
}
