import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { issuesInCsv } from './csv';
import { issuesOf, NotJson, type Found } from './documents';
import { rawIssue, type RawIssue } from './raw';
import { issuesInXml } from './xml';

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

/** Whether an issue could be told apart from anything else, and what of it is missing, in words. */
function checked(unverified: unknown, line: number | undefined): RawIssue {
  const parsed = rawIssue.safeParse(unverified);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new ImportError(
    `is not a Jira issue: ${where} ${issue?.message ?? ''}. ${HOW_TO_EXPORT}`.replace(/\s+/g, ' '),
    line,
  );
}

const HOW_TO_EXPORT =
  'Make the file with npm run export -- --site https://example.atlassian.net --project KEY.';

/** What was read of a file, and how it was written. */
export interface ReadFile {
  readonly issues: readonly RawIssue[];
  readonly format: 'json' | 'csv' | 'xml';
}

/** What is no JSON may be one of Jira's own exports. */
function otherwise({ text, line }: NotJson): { found: readonly unknown[]; format: ReadFile['format'] } {
  const xml = issuesInXml(text);
  if (xml) return { found: xml, format: 'xml' };
  const csv = issuesInCsv(text);
  if (csv) return { found: csv, format: 'csv' };
  throw new ImportError(`is not JSON, and neither Jira’s CSV nor its XML export. ${HOW_TO_EXPORT}`, line);
}

async function foundIn(
  source: string | Readable,
): Promise<{ found: readonly Found[]; format: ReadFile['format'] }> {
  const bytes = typeof source === 'string' ? createReadStream(source) : source;
  const lines = createInterface({ input: Readable.from(plainBytes(bytes)), crlfDelay: Infinity });
  const found: Found[] = [];
  try {
    for await (const one of issuesOf(lines)) found.push({ ...one, issue: checked(one.issue, one.line) });
    return { found, format: 'json' };
  } catch (error) {
    if (error instanceof NotJson) {
      const other = otherwise(error);
      return { found: other.found.map((issue) => ({ issue })), format: other.format };
    }
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      `The export cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * Reads issues from a file or a stream, gzip or not: one a line, pages as a search answers them, lists, JSON over many
 * lines, or Jira's own CSV and XML.
 *
 * @throws ImportError for anything that is not an issue, for a key that comes twice and for an empty file
 */
export async function readIssues(source: string | Readable): Promise<ReadFile> {
  const { found, format } = await foundIn(source);
  const issues: RawIssue[] = [];
  const seen = new Map<string, number | undefined>();
  for (const { issue: unverified, line } of found) {
    const issue = checked(unverified, line);
    if (seen.has(issue.key)) {
      const before = seen.get(issue.key);
      const where =
        before === undefined || before === line ? 'comes twice' : `stands on line ${before} already`;
      throw new ImportError(`${issue.key} ${where}.`, line);
    }
    seen.set(issue.key, line);
    issues.push(issue);
  }
  if (issues.length === 0) throw new ImportError('The export holds no issues.');
  return { issues, format };
}
