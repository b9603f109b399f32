/** What a document of an export holds: one issue, a list of them, or a page as a search answers it. */
function* issuesIn(document: unknown): Generator {
  if (Array.isArray(document)) {
    for (const one of document) yield* issuesIn(one);
    return;
  }
  const isPage =
    typeof document === 'object' && document !== null && 'issues' in document && !('fields' in document);
  if (isPage && Array.isArray(document.issues)) yield* issuesIn(document.issues);
  else yield document;
}

/** An issue nobody has checked yet, with the line of its document, from 1; absent where the whole file is one document. */
export interface Found {
  readonly issue: unknown;
  readonly line?: number;
}

const parsed = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
};

/** Text that holds no JSON: the line at fault, or the whole of it from the line where it begins. */
export class NotJson extends Error {
  constructor(
    readonly text: string,
    readonly line: number,
  ) {
    super('This is not JSON.');
  }
}

/**
 * Issues of a file: one document a line, or one document over many lines. A byte order mark at its beginning is let go.
 *
 * @throws NotJson with the whole text, where it is no JSON either way
 */
export async function* issuesOf(lines: AsyncIterable<string>): AsyncGenerator<Found> {
  let line = 0;
  let gathered: string[] | null = null;
  let seenOne = false;
  for await (const raw of lines) {
    line += 1;
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (gathered) {
      gathered.push(text);
      continue;
    }
    if (text.trim() === '') continue;
    const document = parsed(text);
    if (document) {
      for (const issue of issuesIn(document.value)) yield { issue, line };
      seenOne = true;
    } else if (seenOne) throw new NotJson(text, line);
    else gathered = [text];
  }
  if (!gathered) return;
  const whole = gathered.join('\n');
  const document = parsed(whole);
  if (!document) throw new NotJson(whole, 1);
  for (const issue of issuesIn(document.value)) yield { issue };
}
