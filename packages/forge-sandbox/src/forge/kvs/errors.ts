/**
 * Refusals as @forge/kvs reads them: `{code, message}` with a status outside 2xx. Atlassian publishes NOT_FOUND (its
 * SDK reads KEY_NOT_FOUND from a single get; how a batch spells it, nobody says), VALIDATION_ERROR, PERMISSION_DENIED, TOO_MANY_REQUESTS and INTERNAL_SERVER_ERROR; the two conflict codes are ours,
 * because no published text names them. An app that reads them would work here and fail on Forge.
 */
export type KvsErrorCode =
  | 'KEY_NOT_FOUND'
  | 'NOT_FOUND'
  | 'VALIDATION_ERROR'
  | 'PERMISSION_DENIED'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'UNPUBLISHED_KEY_EXISTS'
  | 'UNPUBLISHED_CONDITION_NOT_MET';

const STATUS: Readonly<Record<KvsErrorCode, number>> = {
  KEY_NOT_FOUND: 404,
  NOT_FOUND: 404,
  VALIDATION_ERROR: 400,
  PERMISSION_DENIED: 403,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  UNPUBLISHED_KEY_EXISTS: 409,
  UNPUBLISHED_CONDITION_NOT_MET: 409,
};

export class KvsRefusal extends Error {
  readonly status: number;

  constructor(
    readonly code: KvsErrorCode,
    message: string,
    status?: number,
  ) {
    // An absent key is an everyday answer, and nobody reads where in the stand-in it was refused.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.status = status ?? STATUS[code];
  }
}

/** A request that can never succeed as it stands. */
export function invalid(message: string): KvsRefusal {
  return new KvsRefusal('VALIDATION_ERROR', message);
}

/** A well-formed request whose types do not fit the entity; documented as 422. */
export function unprocessable(message: string): KvsRefusal {
  return new KvsRefusal('VALIDATION_ERROR', message, 422);
}
