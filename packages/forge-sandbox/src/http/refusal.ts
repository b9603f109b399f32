import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { BODY_MAX_BYTES, readJson } from './body';

/** A refusal of the control surface itself, in the shape the app's own refusals have. */
export class Refusal extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reads a body of the control surface; none counts as `{}`. @throws Refusal */
export async function parseBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  const body = await readJson(c);
  if (body.kind === 'malformed') throw new Refusal(400, 'MALFORMED_JSON', 'The body is not valid JSON.');
  if (body.kind === 'too-large') {
    throw new Refusal(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${BODY_MAX_BYTES} bytes.`);
  }
  const parsed = schema.safeParse(body.kind === 'none' ? {} : body.value);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'INVALID_BODY', z.prettifyError(parsed.error));
}
