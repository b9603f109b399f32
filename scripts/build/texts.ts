import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE } from '@formatjs/icu-messageformat-parser/types';
import { inRoot } from './project';

const SOURCE = 'texts';
const COMPILED = 'texts/compiled';

/** What a place in a message takes, and the type that says so. */
const TYPES = { value: 'Value', number: 'number', choice: 'string', tag: 'Tag' } as const;
type Kind = keyof typeof TYPES;

type Places = Map<string, Kind>;

/** The more exact of two kinds: a number may also be shown as it is. */
function note(places: Places, name: string, kind: Kind): void {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`“${name}” cannot name a value`);
  const before = places.get(name);
  const known = before === undefined || before === 'value' ? kind : kind === 'value' ? before : kind;
  if (before !== undefined && before !== 'value' && known !== before)
    throw new Error(`“${name}” is a ${before} and a ${known}`);
  places.set(name, known);
}

/** The elements of an array of parts, as source text. */
type Parts = readonly string[];

const array = (parts: Parts): string => `[${parts.join(', ')}]`;

/** One branch after the other, until a condition holds; short ones stand without an array around them. */
function choice(branches: readonly (readonly [condition: string, parts: Parts])[], other: Parts): string {
  const all = [...branches.map(([, parts]) => parts), other];
  const single = all.every((parts) => parts.length <= 1 && !parts[0]?.startsWith('...'));
  const write = (parts: Parts): string => {
    if (single) return parts[0] ?? '""';
    const [first = '', ...more] = parts;
    return more.length === 0 && first.startsWith('...') ? first.slice(3) : array(parts);
  };
  const chain = branches.map(([condition, parts]) => `${condition} ? ${write(parts)} : `).join('');
  return single ? `(${chain}${write(other)})` : `...(${chain}${write(other)})`;
}

/** `counted`: the number that `#` stands for. */
function partsOf(elements: readonly MessageFormatElement[], places: Places, counted?: string): Parts {
  return elements.map((element): string => {
    switch (element.type) {
      case TYPE.literal:
        return JSON.stringify(element.value);
      case TYPE.argument:
        note(places, element.value, 'value');
        return `v.${element.value}`;
      case TYPE.number:
        if (element.style) throw new Error('numbers have no style here');
        note(places, element.value, 'number');
        return `l.number(v.${element.value})`;
      case TYPE.pound:
        if (counted === undefined) throw new Error('# counts nothing');
        return `l.number(v.${counted})`;
      case TYPE.tag:
        note(places, element.value, 'tag');
        return `v.${element.value}(${array(partsOf(element.children, places, counted))})`;
      case TYPE.select: {
        note(places, element.value, 'choice');
        const { other, ...cases } = element.options;
        const branches = Object.entries(cases).map(
          ([is, { value }]) =>
            [`v.${element.value} === ${JSON.stringify(is)}`, partsOf(value, places, counted)] as const,
        );
        return choice(branches, partsOf(other?.value ?? [], places, counted));
      }
      case TYPE.plural: {
        if (element.pluralType === 'ordinal' || element.offset !== 0)
          throw new Error('neither ordinals nor offsets are compiled');
        const { value: name } = element;
        note(places, name, 'number');
        const { other, ...cases } = element.options;
        const branches = Object.entries(cases).map(([is, { value }]) => {
          const condition = is.startsWith('=')
            ? `v.${name} === ${is.slice(1)}`
            : `l.plural(v.${name}) === ${JSON.stringify(is)}`;
          return [condition, partsOf(value, places, name)] as const;
        });
        return choice(branches, partsOf(other?.value ?? [], places, name));
      }
      case TYPE.date:
      case TYPE.time:
        throw new Error('days and times are given in words: one function writes them all');
    }
  });
}

/** Plural forms a language does not have would never be shown. */
function checkForms(elements: readonly MessageFormatElement[], forms: ReadonlySet<string>): void {
  for (const element of elements) {
    if ('children' in element) checkForms(element.children, forms);
    if (!('options' in element)) continue;
    for (const [is, { value }] of Object.entries(element.options)) {
      if (element.type === TYPE.plural && !is.startsWith('=') && !forms.has(is))
        throw new Error(`the language has no plural form “${is}”`);
      checkForms(value, forms);
    }
  }
}

/** An ICU message as the source text of a `Message`. */
export function compileMessage(message: string, language: string): string {
  const elements = parse(message);
  checkForms(elements, new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories));
  const places: Places = new Map();
  const parts = partsOf(elements, places);
  if (places.size === 0) return parts.length === 0 ? '""' : parts.join('');
  const types = [...places].map(([name, kind]) => `readonly ${name}: ${TYPES[kind]}`).join('; ');
  const body = array(parts);
  return `(v: { ${types} }${/\bl\.(number|plural)\(/.test(body) ? ', l: Language' : ''}) => ${body}`;
}

type Subjects = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One module of compiled messages, and the file it is made of. */
interface Module {
  readonly name: string;
  readonly source: string;
  readonly messages: readonly (readonly [id: string, message: string])[];
}

/** All words of one rule of the gate stand together, in this file. */
const RULES = 'rules';

/** What is said of a rule: where its messages go, each to whoever needs it, and how their ids begin. */
const RULE_WORDS: Readonly<Record<string, readonly [module: string, id: string]>> = {
  name: ['rule-names', 'report.rule'],
  asks: ['rule-sentences', 'policy.rule'],
  why: ['rule-reasons', 'backtest.why'],
  found: ['findings', 'found'],
  next: ['findings', 'next'],
  alone: ['findings', 'alone'],
  demanded: ['rule-demands', 'demanded'],
};

function modulesOfRules(source: string, rules: Subjects): readonly Module[] {
  const unknown = Object.values(rules).flatMap((words) =>
    Object.keys(words).filter((kind) => !RULE_WORDS[kind]),
  );
  if (unknown.length > 0) throw new Error(`${source}: nobody says “${unknown.join('”, “')}” of a rule`);
  const kinds = Object.entries(RULE_WORDS);
  return [...new Set(kinds.map(([, [module]]) => module))].map((name) => ({
    name,
    source,
    messages: kinds.flatMap(([kind, [module, id]]) =>
      module === name
        ? Object.entries(rules).flatMap(([rule, { [kind]: message }]) =>
            message === undefined ? [] : [[`${id}.${rule}`, message] as const],
          )
        : [],
    ),
  }));
}

function modulesOf(language: string, file: string): readonly Module[] {
  const name = basename(file, '.json');
  const source = `${SOURCE}/${language}/${file}`;
  const subjects = JSON.parse(readFileSync(inRoot(source), 'utf8')) as Subjects;
  if (name === RULES) return modulesOfRules(source, subjects);
  const messages = Object.entries(subjects).flatMap(([subject, texts]) =>
    Object.entries(texts).map(([id, message]) => [`${subject}.${id}`, message] as const),
  );
  return [{ name, source, messages }];
}

function compileModule(language: string, { source, messages }: Module): string {
  const lines = messages.map(([id, message]) => {
    try {
      return `  ${JSON.stringify(id)}: ${compileMessage(message, language)},`;
    } catch (problem) {
      throw new Error(`${source}: ${id}: ${String(problem)}`, { cause: problem });
    }
  });
  const body = lines.join('\n');
  const types = ['Language', 'Tag', 'Value'].filter((type) => new RegExp(`: ${type}\\b`).test(body));
  const imports =
    types.length === 0
      ? ''
      : `import type { ${types.join(', ')} } from '../../../src/contract/texts/message';\n\n`;
  return `// Written by \`npm run build\` from ${source}.\n${imports}export const texts = {\n${body}\n};\n`;
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** One type over every file of the catalogue. */
function compileIndex(names: readonly string[]): string {
  const imports = names.map((name) => `import type { texts as ${camel(name)} } from './${name}';`);
  const types = names.map((name) => `  typeof ${camel(name)}`);
  return `// Written by \`npm run build\`.\n${imports.join('\n')}\n\n/** Every message of the catalogue. */\nexport type Texts = ${types.join(' &\n').trimStart()};\n`;
}

/** The modules that the catalogue makes, by their paths below the checkout. Throws where a message is not ICU. */
export function compiledTexts(): ReadonlyMap<string, string> {
  const languages = readdirSync(inRoot(SOURCE)).filter((name) => inRoot(SOURCE, name) !== inRoot(COMPILED));
  return new Map(
    languages.flatMap((language) => {
      const modules = readdirSync(inRoot(SOURCE, language)).flatMap((file) => modulesOf(language, file));
      const names = modules.map(({ name }) => name).sort();
      return [
        ...modules.map(
          (module) => [`${COMPILED}/${language}/${module.name}.ts`, compileModule(language, module)] as const,
        ),
        [`${COMPILED}/${language}/index.ts`, compileIndex(names)] as const,
      ];
    }),
  );
}

/** The compiled files that are there. */
const present = (): readonly string[] =>
  existsSync(inRoot(COMPILED))
    ? readdirSync(inRoot(COMPILED), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${COMPILED}/${name}`)
    : [];

/** What is missing, out of date, or left over, by path. */
export function staleTexts(): readonly string[] {
  const wanted = compiledTexts();
  const old = (file: string, text: string): boolean =>
    !existsSync(inRoot(file)) || readFileSync(inRoot(file), 'utf8') !== text;
  return [
    ...[...wanted].filter(([file, text]) => old(file, text)).map(([file]) => file),
    ...present().filter((file) => !wanted.has(file)),
  ];
}

/** Writes the modules of the catalogue that are not as they should be. Returns a line where there were any. */
export function buildTexts(): readonly string[] {
  const wanted = compiledTexts();
  const stale = staleTexts();
  for (const file of stale) {
    const text = wanted.get(file);
    if (text === undefined) {
      rmSync(inRoot(file));
      continue;
    }
    mkdirSync(inRoot(file, '..'), { recursive: true });
    writeFileSync(inRoot(file), text);
  }
  return stale.length === 0 ? [] : [`${stale.length} files of texts compiled`];
}
