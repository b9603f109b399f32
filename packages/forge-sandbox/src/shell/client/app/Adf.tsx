import type { ReactNode } from 'react';
import { z } from 'zod';

interface AdfNode {
  type: string;
  text?: string | undefined;
  content?: AdfNode[] | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
}
const attributes = z.record(z.string(), z.unknown()).optional();
const node: z.ZodType<AdfNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    content: z.array(node).optional(),
    attrs: attributes,
    marks: z.array(z.object({ type: z.string(), attrs: attributes })).optional(),
  }),
);

const marked = ({ text, marks }: AdfNode): ReactNode =>
  (marks ?? []).reduce<ReactNode>((inner, { type, attrs }) => {
    if (type === 'strong') return <strong>{inner}</strong>;
    if (type === 'em') return <em>{inner}</em>;
    if (type === 'code') return <code>{inner}</code>;
    const href = attrs?.['href'];
    if (type === 'link' && typeof href === 'string' && /^(https?:|\/)/.test(href))
      return <a href={href}>{inner}</a>;
    return inner;
  }, text ?? '');

const render = (item: AdfNode, key: number): ReactNode => {
  const inner = item.content?.map(render);
  switch (item.type) {
    case 'text':
      return <span key={key}>{marked(item)}</span>;
    case 'hardBreak':
      return <br key={key} />;
    case 'mention':
      return (
        <span key={key} className="mention">
          {String(item.attrs?.['text'] ?? '@someone')}
        </span>
      );
    case 'inlineCard':
    case 'blockCard': {
      const url = String(item.attrs?.['url'] ?? '');
      return /^(https?:|\/)/.test(url) ? (
        <a key={key} href={url}>
          {url}
        </a>
      ) : null;
    }
    case 'bulletList':
      return <ul key={key}>{inner}</ul>;
    case 'orderedList':
      return <ol key={key}>{inner}</ol>;
    case 'listItem':
      return <li key={key}>{inner}</li>;
    case 'codeBlock':
      return <pre key={key}>{inner}</pre>;
    case 'heading':
      return (
        <p key={key}>
          <strong>{inner}</strong>
        </p>
      );
    case 'paragraph':
      return <p key={key}>{inner}</p>;
    default:
      return <div key={key}>{inner}</div>;
  }
};

/** An Atlassian document (or plain text) as far as comments and descriptions need it. */
export const Adf = ({ value }: { value: unknown }) => {
  if (typeof value === 'string') return <p className="as-written">{value}</p>;
  const parsed = node.safeParse(value);
  return <div className="document">{parsed.success ? render(parsed.data, 0) : null}</div>;
};
