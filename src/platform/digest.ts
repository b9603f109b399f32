const BYTES = 16;

/** A name of 32 hexadecimal digits for some words, from which they cannot be told. */
export async function digestOf(words: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)));
  return Array.from(digest.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
