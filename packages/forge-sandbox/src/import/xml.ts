import { momentOf } from './csv';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text
    .replace(/^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/, '$1')
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
    )
    .trim();

interface Element {
  readonly text: string;
  readonly attribute: (name: string) => string | undefined;
}

function elementsIn(text: string, name: string): readonly Element[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  return [...text.matchAll(pattern)].map(([, attributes = '', content = '']) => ({
    text: content,
    attribute: (wanted) => {
      const value = new RegExp(`\\s${wanted}="([^"]*)"`).exec(attributes)?.[1];
      return value === undefined ? undefined : plain(value);
    },
  }));
}

function linksIn(item: string): readonly unknown[] {
  return elementsIn(item, 'issuelinktype').flatMap(({ text }) => {
    const name = plain(elementsIn(text, 'name')[0]?.text ?? '');
    const sides = (['inward', 'outward'] as const).flatMap((side) =>
      elementsIn(text, `${side}links`).map((links) => ({
        side,
        words: links.attribute('description') ?? name,
        links,
      })),
    );
    const wordsOf = (side: string): string => sides.find((one) => one.side === side)?.words ?? name;
    const type = { name, inward: wordsOf('inward'), outward: wordsOf('outward') };
    return sides.flatMap(({ side, links }) =>
      elementsIn(links.text, 'issuekey').map((key) => ({ type, [`${side}Issue`]: { key: plain(key.text) } })),
    );
  });
}

/**
 * Issues out of Jira's own XML export, as the REST API would tell them as far as they go: no histories.
 *
 * @returns null where it is not such an export
 */
export function issuesInXml(text: string): readonly unknown[] | null {
  const items = elementsIn(text, 'item');
  if (!/<rss[\s>]/.test(text) || items.length === 0) return null;
  return items.map(({ text: item }) => {
    const first = (name: string): Element | undefined => elementsIn(item, name)[0];
    const word = (name: string): string => plain(first(name)?.text ?? '');
    const key = word('key');
    const person = (name: string): unknown => {
      const element = first(name);
      const accountId = element?.attribute('accountid') ?? element?.attribute('username');
      return !element || accountId === '-1' ? null : { accountId, displayName: plain(element.text) };
    };
    const status = elementsIn(item, 'statusCategory')[0]?.attribute('key');
    const due = momentOf(word('due'));
    const parent = word('parent');
    return {
      id: first('key')?.attribute('id') ?? key,
      key,
      fields: {
        summary: word('summary'),
        issuetype: { name: word('type') || 'Task' },
        project: {
          key: first('project')?.attribute('key') ?? key.replace(/-\d+$/, ''),
          name: word('project'),
        },
        status: {
          name: word('status') || 'Open',
          ...(status !== undefined && { statusCategory: { key: status } }),
        },
        ...(word('priority') && { priority: { name: word('priority') } }),
        ...(word('resolution') &&
          word('resolution') !== 'Unresolved' && { resolution: { name: word('resolution') } }),
        created: momentOf(word('created')) ?? '',
        updated: momentOf(word('updated')),
        resolutiondate: momentOf(word('resolved')),
        ...(due !== undefined && { duedate: due.slice(0, 10) }),
        labels: elementsIn(item, 'label').map((label) => plain(label.text)),
        assignee: person('assignee'),
        reporter: person('reporter'),
        creator: person('reporter'),
        issuelinks: linksIn(item),
        ...(parent !== '' && { parent: { key: parent } }),
      },
    };
  });
}
