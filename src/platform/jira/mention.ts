import type { PersonFact } from '../../domain/values';

/** A comment in Atlassian's document format whose first paragraph mentions a person. */
export function mentionDocument(mention: PersonFact, paragraphs: readonly string[]): object {
  const [first = '', ...rest] = paragraphs;
  const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
  const text = (words: string) => ({ type: 'text', text: words });
  return {
    type: 'doc',
    version: 1,
    content: [
      paragraph(
        { type: 'mention', attrs: { id: mention.accountId, text: `@${mention.displayName}` } },
        text(` ${first}`),
      ),
      ...rest.map((words) => paragraph(text(words))),
    ],
  };
}

/** Whether a document, as Jira gives it back, mentions an account. */
export function mentions(node: unknown, accountId: string): boolean {
  if (Array.isArray(node)) return node.some((one) => mentions(one, accountId));
  if (typeof node !== 'object' || node === null) return false;
  const { type, attrs, content } = node as { type?: unknown; attrs?: unknown; content?: unknown };
  if (type === 'mention' && typeof attrs === 'object' && attrs !== null && 'id' in attrs) {
    return attrs.id === accountId;
  }
  return mentions(content, accountId);
}
