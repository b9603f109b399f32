import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { rawIssue, type RawIssue } from './raw';

/** The export cannot be used; `line` is where, counted from 1, when it is about one line. */
export class ImportError extends Error {
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(line === undefined ? message : `Line ${line}: ${message}`);
    this.name = 'ImportError';
  }
}

/** Plain or gzipped, told apart by the first two bytes rather than by a file's name. */
async function* plainBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  if (head[0] === 0x1f && head[1] === 0x8b) yield* Readable.from(whole()).pipe(createGunzip());
  else yield* whole();
}

function parseLine(text: string, line: number): RawIssue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportError(
      'is not JSON. The file must hold one issue per line, as Jira’s REST returns it.',
      line,
    );
  }
  const parsed = rawIssue.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ImportError(
    `is not a Jira issue: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    line,
  );
}

/**
 * Reads newline-delimited issues from a file or a stream, gzip or not.
 * @throws ImportError for anything that is not an issue, for a key that comes twice and for an empty file
 */
export async function readIssues(source: string | Readable): Promise<RawIssue[]> {
  const bytes = typeof source === 'string' ? createReadStream(source) : source;
  const lines = createInterface({ input: Readable.from(plainBytes(bytes)), crlfDelay: Infinity });
  const issues: RawIssue[] = [];
  const seen = new Map<string, number>();
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      if (text.trim() === '') continue;
      const issue = parseLine(text, line);
      const before = seen.get(issue.key);
      if (before !== undefined) throw new ImportError(`${issue.key} stands on line ${before} already.`, line);
      seen.set(issue.key, line);
      issues.push(issue);
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      `The export cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (issues.length === 0) throw new ImportError('The export holds no issues.');
  return issues;
}
