import { clientOf, succeeded, type Client } from '../client';
import { A_DAY, pass } from '../fields';
import type { ServedSite } from '../sandbox';

/** What a surface says of an item's next step; `allowed` where it cannot tell a warning from nothing. */
export type Said = 'block' | 'warn' | 'pass' | 'allowed' | 'not-known' | 'silent';

interface Row {
  readonly issueKey: string;
  readonly status: { readonly category: string };
  readonly gate: { readonly verdict: Said; readonly strictVerdict: Said; readonly checkpoint: string } | null;
}

interface Panel {
  readonly gate: { readonly verdict: Said; readonly checkpoint: 'start' | 'finish' } | null;
  readonly gateUnknown?: string;
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

const saidBy = (gate: { readonly verdict: Said } | null): Said => (gate ? gate.verdict : 'not-known');

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
): Promise<Said> {
  const body = (await answered(
    admin.invoke(
      'transition-gate',
      'rule/test',
      { issueKey, rule: { checkpoint, alsoBlock: [], onOutage: 'closed' } },
      context(projectKey),
    ),
    `rule/test on ${issueKey}`,
  )) as { readonly outcome: string };
  if (body.outcome === 'not-known') return 'not-known';
  return body.outcome === 'refused' ? 'block' : 'allowed';
}

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
const fieldSays = (words: string | null, isCovered: boolean): Said => {
  if (words === null) return isCovered ? 'not-known' : 'silent';
  switch (words) {
    case 'Blocked':
      return 'block';
    case 'Warned':
      return 'warn';
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
  readonly answers: Answers;
}

/** Readers of several languages and rights, all of whom may browse EXP. */
export const READERS = ['u-lead', 'u-admin', 'u-viewer'] as const;

/** Asks every surface about some items of a project that is enforced, the real move last. */
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
  const rows = new Map((await rowsOf(lead, projectKey, 'all')).map((row) => [row.issueKey, row]));
  const covered = new Set((await rowsOf(lead, projectKey, 'policy')).map(({ issueKey }) => issueKey));
  const asked: Asked[] = [];
  for (const issueKey of issueKeys) {
    const panel = await panelOf(lead, issueKey);
    const row = rows.get(issueKey);
    const checkpoint = panel.item.status.category === 'new' ? 'start' : 'finish';
    const words = await gateField(site, issueKey);
    const answers: Record<string, Said> = { panel: saidBy(panel.gate) };
    for (const reader of READERS.slice(1)) {
      answers[`panel for ${reader}`] = saidBy((await panelOf(clientOf(site, reader), issueKey)).gate);
    }
    if (row) answers['report'] = saidBy(row.gate);
    answers['rule/test'] = await ruleTest(lead, projectKey, issueKey, checkpoint);
    answers['lozenge'] = await lozenge(lead, issueKey);
    answers['Gate field'] =
      panel.gate === null
        ? words === before.get(issueKey)
          ? 'not-known'
          : 'silent'
        : fieldSays(words, covered.has(issueKey));
    answers['transition'] = await realMove(lead, issueKey, checkpoint);
    asked.push({ issueKey, answers });
  }
  return asked;
}

/** Answers that contradict the first that says something. */
export function contradictions({ issueKey, answers }: Asked): readonly string[] {
  const truth = answers['panel'] ?? 'silent';
  const fits = (said: Said): boolean =>
    said === truth || said === 'silent' || (said === 'allowed' && (truth === 'pass' || truth === 'warn'));
  return Object.entries(answers)
    .filter(([, said]) => !fits(said))
    .map(([surface, said]) => `${issueKey}: the panel says ${truth}, ${surface} says ${said}`);
}

/** How many items hold back, as the report's rows, a preview of the unchanged policy and the gadget count them. */
export async function countsOf(
  site: ServedSite,
  projectKey: string,
): Promise<Readonly<Record<'report' | 'preview' | 'gadget', number>>> {
  const lead = clientOf(site, 'u-lead');
  const rows = await rowsOf(lead, projectKey, 'policy');
  const { policy } = (await answered(
    lead.invoke('project-policy', 'policy/get', {}, context(projectKey)),
    'policy/get',
  )) as { readonly policy: unknown };
  const preview = (await answered(
    lead.invoke('project-policy', 'policy/preview', { policy }, context(projectKey)),
    'policy/preview',
  )) as {
    readonly blockedBefore: number;
    readonly blockedAfter: number;
    readonly changed: readonly unknown[];
  };
  if (preview.changed.length > 0) throw new Error('the same policy changes something');
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
    preview: preview.blockedBefore,
    gadget: gadget.summary.heldBack,
  };
}
