import { clientOf, succeeded, type Client } from '../client';
import { A_DAY, pass } from '../fields';
import type { ServedSite } from '../sandbox';

/**
 * What a surface says of an item's next step; `allowed` where it cannot tell a warning from nothing, `something` where it
 * cannot tell a warning from what would be refused.
 */
export type Said = 'block' | 'warn' | 'pass' | 'allowed' | 'something' | 'not-known' | 'silent';

type Mode = 'observe' | 'coach' | 'enforce';

interface Gate {
  /** What follows in the mode that holds. */
  readonly verdict: Said;
  /** What the facts come to, whatever follows. */
  readonly strictVerdict: Said;
  readonly checkpoint: 'start' | 'finish';
  readonly ofAncestor?: string;
}

interface Row {
  readonly issueKey: string;
  readonly status: { readonly category: string };
  readonly gate: Gate | null;
}

interface Panel {
  readonly gate: Gate | null;
  readonly gateUnknown?: string;
  readonly charter: { readonly passages: readonly { readonly reason: string; readonly child?: string }[] };
  readonly item: { readonly status: { readonly category: string } };
}

const context = (projectKey: string) => ({ extension: { project: { key: projectKey } } });

async function answered(reply: Promise<{ readonly body: unknown }>, what: string): Promise<unknown> {
  const { body } = await reply;
  if (!succeeded(body)) throw new Error(`${what}: ${JSON.stringify(body)}`);
  return body;
}

export const panelOf = async (reader: Client, issueKey: string): Promise<Panel> =>
  (await answered(reader.panel(issueKey, 'charter/get'), `the panel of ${issueKey}`)) as Panel;

const saidBy = (gate: Gate | null): Said => (gate ? gate.strictVerdict : 'not-known');
const followsBy = (gate: Gate | null): Said => (gate ? gate.verdict : 'not-known');

/** Every row of a project's report, as one reader has it. */
export async function rowsOf(
  reader: Client,
  projectKey: string,
  scope: 'policy' | 'all',
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const payload = { filter: { scope }, ...(cursor !== undefined && { cursor }) };
    const page = (await answered(
      reader.invoke('gap-report', 'report/page', payload, context(projectKey)),
      'report/page',
    )) as { readonly items: readonly Row[]; readonly nextCursor?: string };
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}

async function ruleTest(
  admin: Client,
  projectKey: string,
  issueKey: string,
  checkpoint: string,
): Promise<string> {
  const body = (await answered(
    admin.invoke(
      'transition-gate',
      'rule/test',
      { issueKey, rule: { checkpoint, alsoBlock: [], onOutage: 'closed' } },
      context(projectKey),
    ),
    `rule/test on ${issueKey}`,
  )) as { readonly outcome: string };
  return body.outcome;
}

/** What the outcome of a tried rule says of the facts, and of what follows. */
const OUTCOMES: Readonly<Record<string, { readonly said: Said; readonly follows: Said }>> = {
  refused: { said: 'block', follows: 'block' },
  told: { said: 'block', follows: 'allowed' },
  recorded: { said: 'block', follows: 'allowed' },
  'not-known': { said: 'not-known', follows: 'not-known' },
};
const outcome = (name: string) => OUTCOMES[name] ?? { said: 'allowed', follows: 'allowed' };

/** `silent` where the lozenge says something else than how the next step stands, or nothing. */
async function lozenge(reader: Client, issueKey: string): Promise<Said> {
  const { body } = await reader.send('POST', '/sandbox/properties/epic-standing', {
    context: { extension: { issue: { key: issueKey } } },
  });
  const { status } = body as { status?: { value: { label: string; type: string } } };
  if (!status) return 'silent';
  const { label, type } = status.value;
  if (label === 'Not known') return 'not-known';
  if (label === 'In order') return 'pass';
  if (label.startsWith('Waits for')) return 'block';
  if (/^[0-9]+ to settle$/.test(label)) return type === 'inprogress' ? 'block' : 'warn';
  return 'silent';
}

/** The Gate field's words; null where the app may not write it. */
async function gateField(site: ServedSite, issueKey: string): Promise<string | null> {
  const { body } = await clientOf(site, 'u-admin').get(`/rest/api/3/issue/${issueKey}?expand=schema`);
  const { fields, schema } = body as {
    fields: Readonly<Record<string, unknown>>;
    schema: Readonly<Record<string, { readonly custom?: string }>>;
  };
  const id = Object.keys(schema).find((field) => schema[field]?.custom?.endsWith('/static/holdfast-gate'));
  const value = id === undefined ? null : fields[id];
  return typeof value === 'string' ? value : null;
}

/** An empty field of an item under policy says nothing of what it should: that fits no verdict. */
const fieldSays = (words: string | null, isCovered: boolean, mode: Mode): Said => {
  if (words === null) return isCovered ? 'not-known' : 'silent';
  switch (words) {
    case 'Blocked':
      return 'block';
    case 'Warned':
      return mode === 'enforce' ? 'warn' : 'something';
    // What else there is to look at, a waiver leaves unsaid.
    case 'Waived':
      return 'allowed';
    case 'Ready':
    case 'Not under policy':
      return 'pass';
    default:
      throw new Error(`the Gate field says ${words}`);
  }
};

/** What the real move answers. The item has moved afterwards, where it may. */
async function realMove(mover: Client, issueKey: string, checkpoint: string): Promise<Said> {
  const { status, body } = await mover.move(issueKey, checkpoint === 'start' ? 'Start' : 'Finish');
  if (status === 204) return 'allowed';
  const text = JSON.stringify(body);
  if (text.includes('Holdfast may not see')) return 'not-known';
  if (status === 400 && text.includes(`${issueKey} can't ${checkpoint}`)) return 'block';
  throw new Error(`moving ${issueKey}: ${status} ${text}`);
}

/** What each surface says of one item. */
export type Answers = Readonly<Record<string, Said>>;

export interface Asked {
  readonly issueKey: string;
  /** What each says that the facts come to. */
  readonly answers: Answers;
  /** What each says that follows, in the mode of the project's policy. */
  readonly follows: Answers;
  readonly mode: Mode;
  /** The item whose gate it follows. */
  readonly above?: string | undefined;
}

/** What was recorded of a move that nothing held back, on the item's own record or on that of the one above it. */
async function recorded(reader: Client, issueKey: string, above: string | undefined): Promise<Said> {
  const child = above === undefined ? undefined : issueKey;
  const { charter } = await panelOf(reader, above ?? issueKey);
  const reasons = charter.passages.filter((one) => one.child === child).map(({ reason }) => reason);
  if (reasons.includes('unchecked')) return 'not-known';
  return reasons.includes('observe') || reasons.includes('coach') ? 'block' : 'allowed';
}

async function modeOf(reader: Client, projectKey: string): Promise<Mode> {
  const body = await answered(
    reader.invoke('project-policy', 'policy/get', {}, context(projectKey)),
    'policy/get',
  );
  const { policy, brake } = body as { readonly policy: { readonly mode: Mode }; readonly brake?: object };
  return brake ? 'observe' : policy.mode;
}

const A_MINUTE = 1;

/** Readers of several languages and rights, all of whom may browse EXP. */
export const READERS = ['u-lead', 'u-admin', 'u-viewer'] as const;

/** Asks every surface about some items of a project, the real move last. */
export async function askEverywhere(
  site: ServedSite,
  projectKey: string,
  issueKeys: readonly string[],
): Promise<readonly Asked[]> {
  const lead = clientOf(site, 'u-lead');
  const before = new Map<string, string | null>();
  for (const key of issueKeys) before.set(key, await gateField(site, key));
  // What nobody's event tells, such as who left, the fields follow within a day.
  await pass(site, A_DAY);
  const mode = await modeOf(lead, projectKey);
  const rows = new Map((await rowsOf(lead, projectKey, 'all')).map((row) => [row.issueKey, row]));
  const covered = new Set((await rowsOf(lead, projectKey, 'policy')).map(({ issueKey }) => issueKey));
  const asked: Asked[] = [];
  for (const issueKey of issueKeys) {
    const panel = await panelOf(lead, issueKey);
    const row = rows.get(issueKey);
    const checkpoint = panel.item.status.category === 'new' ? 'start' : 'finish';
    const words = await gateField(site, issueKey);
    const answers: Record<string, Said> = { panel: saidBy(panel.gate) };
    const follows: Record<string, Said> = { panel: followsBy(panel.gate) };
    for (const reader of READERS.slice(1)) {
      const { gate } = await panelOf(clientOf(site, reader), issueKey);
      answers[`panel for ${reader}`] = saidBy(gate);
      follows[`panel for ${reader}`] = followsBy(gate);
    }
    if (row) answers['report'] = saidBy(row.gate);
    if (row) follows['report'] = followsBy(row.gate);
    const tried = outcome(await ruleTest(lead, projectKey, issueKey, checkpoint));
    answers['rule/test'] = tried.said;
    follows['rule/test'] = tried.follows;
    answers['lozenge'] = await lozenge(lead, issueKey);
    answers['Gate field'] =
      panel.gate === null
        ? words === before.get(issueKey)
          ? 'not-known'
          : 'silent'
        : fieldSays(words, covered.has(issueKey), mode);
    // What is held back says so itself; of what passes, only what is recorded of it tells what it would have been.
    const moved = await realMove(lead, issueKey, checkpoint);
    follows['transition'] = moved;
    answers['transition'] = moved === 'allowed' && mode !== 'enforce' ? 'silent' : moved;
    asked.push({ issueKey, answers, follows, mode, above: panel.gate?.ofAncestor });
  }
  return mode === 'enforce' ? asked : withRecorded(site, asked);
}

/** The same, with what was recorded of the moves that passed, once Jira told of them. */
async function withRecorded(site: ServedSite, asked: readonly Asked[]): Promise<readonly Asked[]> {
  const lead = clientOf(site, 'u-lead');
  await pass(site, A_MINUTE);
  const all: Asked[] = [];
  for (const one of asked) {
    const { issueKey, answers, follows } = one;
    if (follows['transition'] !== 'allowed') all.push(one);
    else {
      const said = await recorded(lead, issueKey, one.above);
      all.push({ ...one, answers: { ...answers, transition: said } });
    }
  }
  return all;
}

/** Answers that contradict the first that says something. */
export function contradictions({ issueKey, answers, follows, mode }: Asked): readonly string[] {
  const against = (all: Answers, what: string): readonly string[] => {
    const truth = all['panel'] ?? 'silent';
    const fits = (said: Said): boolean =>
      said === truth ||
      said === 'silent' ||
      (said === 'allowed' && (truth === 'pass' || truth === 'warn')) ||
      (said === 'something' && (truth === 'block' || truth === 'warn'));
    return Object.entries(all)
      .filter(([, said]) => !fits(said))
      .map(([surface, said]) => `${issueKey}: the panel says ${truth}${what}, ${surface} says ${said}`);
  };
  // Whoever observes or coaches holds nothing back, whatever is known.
  const held = Object.entries(follows).filter(([, said]) => mode !== 'enforce' && said === 'block');
  const known = follows['panel'] === 'not-known' && mode !== 'enforce' ? {} : follows;
  return [
    ...against(answers, ''),
    ...against(known, ' that follows'),
    ...held.map(([surface]) => `${issueKey}: nothing may be held back in ${mode}, ${surface} says block`),
  ];
}

interface Preview {
  readonly blockedBefore: number;
  readonly blockedAfter: number;
  readonly changed: readonly unknown[];
}

/**
 * How many items do not meet what would hold them back, as the report's rows, a preview of the policy and the gadget count
 * them. A preview counts what follows: the same policy shows how many it holds, in its mode, and enforced, how many it would.
 */
export async function countsOf(
  site: ServedSite,
  projectKey: string,
): Promise<Readonly<Record<'report' | 'preview' | 'gadget', number>>> {
  const lead = clientOf(site, 'u-lead');
  const rows = await rowsOf(lead, projectKey, 'policy');
  const { policy } = (await answered(
    lead.invoke('project-policy', 'policy/get', {}, context(projectKey)),
    'policy/get',
  )) as { readonly policy: { readonly mode: Mode } };
  const preview = async (change: object): Promise<Preview> =>
    (await answered(
      lead.invoke(
        'project-policy',
        'policy/preview',
        { policy: { ...policy, ...change } },
        context(projectKey),
      ),
      'policy/preview',
    )) as Preview;
  const same = await preview({});
  const enforced = await preview({ mode: 'enforce' });
  if (same.changed.length > 0) throw new Error('the same policy changes something');
  const held = policy.mode === 'enforce' ? enforced.blockedAfter : 0;
  if (same.blockedBefore !== held || same.blockedAfter !== held)
    throw new Error(`in ${policy.mode} the policy holds ${held}, its preview counts ${same.blockedBefore}`);
  const gadget = (await answered(
    lead.invoke(
      'gap-gadget',
      'report/gadget',
      {},
      {
        extension: { gadgetConfiguration: { projectKey } },
      },
    ),
    'report/gadget',
  )) as { readonly summary: { readonly heldBack: number } };
  return {
    report: rows.filter(({ gate }) => gate?.strictVerdict === 'block').length,
    preview: enforced.blockedAfter,
    gadget: gadget.summary.heldBack,
  };
}
