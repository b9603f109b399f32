import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE } from '@formatjs/icu-messageformat-parser/types';
import * as ts from 'typescript';
import { parse as parseYaml } from 'yaml';
import { sourcesIn } from '../../support/imports';

/** Words of the code that nobody outside it knows. */
const OURS = /\b(rungs?|ladders?|charters?|checkpoints?|reinforc\w*|drift\w*)\b/i;

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What a message shows beside its values: names of arguments and of their choices are never seen. */
const shown = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element) => {
      if ('options' in element)
        return Object.values(element.options)
          .map(({ value }) => shown(value))
          .join(' ');
      if ('children' in element) return shown(element.children);
      return element.type === TYPE.literal ? element.value : ' … ';
    })
    .join('');

type Screens = Readonly<Record<string, Readonly<Record<string, string>>>>;

const messages = (): readonly string[] =>
  readdirSync(join(root, 'texts/en')).flatMap((file) =>
    Object.values(JSON.parse(read(`texts/en/${file}`)) as Screens).flatMap((texts) =>
      Object.values(texts).map((text) => shown(parse(text))),
    ),
  );

/** String constants with a word in them that an id has not: a space beside letters, or a capital at its head. */
function sentencesIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const constant =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (constant && /\p{L}\s|\s\p{L}|^\p{Lu}/u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found;
}

test('What the server says stands in the catalogue: no source of its wording has a sentence of its own', () => {
  const files = sourcesIn('src/contract/wording');
  expect(files.length).toBeGreaterThan(15);
  expect(files.flatMap((file) => sentencesIn(file).map((text) => `${file}: ${text}`))).toEqual([]);
  // What is put together in code is found: the words of a failure in the input of a call.
  expect(sentencesIn('src/contract/calls/define-call.ts')).toContain('the input has no ');
});

/** Names, titles and descriptions of the manifest's modules, as Jira shows them. */
function titlesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(titlesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && ['title', 'label', 'description'].includes(key) ? [value] : titlesIn(value),
  );
}

describe('No word of the code stands', () => {
  it('in a text of a screen', () => {
    expect(messages().length).toBeGreaterThan(1500);
    expect(messages().filter((text) => OURS.test(text))).toEqual([]);
  });

  it('in what Jira shows of the manifest', () => {
    const titles = titlesIn((parseYaml(read('manifest.yml')) as { modules: unknown }).modules);
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((text) => OURS.test(text))).toEqual([]);
  });
});
