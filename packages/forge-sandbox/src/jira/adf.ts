import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import type { JsonObject } from './model/types';

type Check = (document: unknown) => boolean;

let compiled: Check | undefined;

/** Atlassian's own schema takes a quarter of a second to compile: done once, when first needed. */
function schemaCheck(): Check {
  if (!compiled) {
    const schema: unknown = createRequire(import.meta.url)('@atlaskit/adf-schema/json-schema/v1/full.json');
    const ajv = new Ajv({ strict: false, logger: false });
    compiled = ajv.compile(z.record(z.string(), z.unknown()).parse(schema));
  }
  return compiled;
}

const document = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Returns the document when it is valid Atlassian Document Format, else undefined. */
export function readAdf(value: unknown): JsonObject | undefined {
  const parsed = document.safeParse(value);
  return parsed.success && schemaCheck()(parsed.data) ? parsed.data : undefined;
}

/** A document of plain paragraphs, one per line. */
export function adfOf(text: string): JsonObject {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { type: 'doc', version: 1, content };
}

const mention = z.object({
  type: z.literal('mention'),
  attrs: z.object({ id: z.string(), text: z.string().optional() }),
});

/** Account ids that a document mentions. */
export function mentions(node: unknown): readonly string[] {
  const own = mention.safeParse(node);
  if (own.success) return [own.data.attrs.id];
  return typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)
    ? node.content.flatMap(mentions)
    : [];
}

/** The words of a document, for search, changelogs and notices. */
export function adfText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const words: string[] = [];
  const person = mention.safeParse(node);
  if (person.success) words.push(person.data.attrs.text ?? `@${person.data.attrs.id}`);
  if ('text' in node && typeof node.text === 'string') words.push(node.text);
  if ('content' in node && Array.isArray(node.content))
    for (const child of node.content) words.push(adfText(child));
  return words.filter(Boolean).join(' ');
}
