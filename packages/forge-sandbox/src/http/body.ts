import type { Context } from 'hono';

/** Jira's own ceiling for a JSON body lies far lower for most resources; this one only protects the process. */
export const BODY_MAX_BYTES = 10 * 1024 * 1024;
/** Bodies are read to the end up to here, so that a client gets its 413 instead of a broken connection. */
const READ_MAX_BYTES = 64 * 1024 * 1024;

export type ReadBody =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-large' };

/** Reads a JSON body of limited size. */
export async function readJson(c: Context): Promise<ReadBody> {
  const bytes = await readBytes(c.req.raw.body);
  if (bytes === undefined) return { kind: 'too-large' };
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return { kind: 'none' };
  try {
    return { kind: 'json', value: JSON.parse(text), text };
  } catch {
    return { kind: 'malformed' };
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > READ_MAX_BYTES) {
      await reader.cancel();
      break;
    }
    if (size <= BODY_MAX_BYTES) chunks.push(value);
  }
  return size > BODY_MAX_BYTES ? undefined : Buffer.concat(chunks);
}
