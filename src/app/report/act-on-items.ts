import type { ActedOn, Answer, ChangedCharter, ReportActAnswer, ReportItem } from '../../contract/answers';
import { REPORT_ACTS } from '../../contract/calls/item-calls';
import type { CallKey, Input } from '../../contract/inputs';
import type { IssueKey } from '../../domain/values';
import type { InvokeAs } from '../charter/invoke-as';
import type { Clock } from '../ports';
import { reportItem } from './row';
import { subjectBehind } from '../subject/subject-from';
import type { People } from '../charter/views';

/** Work items acted on at the same time. */
const AT_ONCE = 5;

interface Done {
  readonly result: ActedOn;
  readonly people: People;
}

/**
 * One act on several items, each as if it were done on that item alone: through the same door, under the same rule, and
 * written by itself. What one is refused for stops no other, and what Jira hides from the person does not exist.
 */
export async function actOnItems(
  { items, action, invokeAs }: Input<'report/act'> & { readonly invokeAs: InvokeAs },
  { clock }: { readonly clock: Clock },
): Promise<ReportActAnswer> {
  const { kind, ...input } = action;
  const act = async ({ issueKey, seen: revision }: (typeof items)[number]): Promise<Done> => {
    const noted = kind === 'remind' || revision === undefined ? {} : { seen: revision };
    return doneOn(issueKey, await invokeAs(issueKey, REPORT_ACTS[kind], { ...input, ...noted }));
  };
  const each = [...new Map(items.map((item) => [item.issueKey, item])).values()];
  const done: Done[] = [];
  for (let i = 0; i < each.length; i += AT_ONCE) {
    done.push(...(await Promise.all(each.slice(i, i + AT_ONCE).map(act))));
  }
  return {
    ok: true,
    results: done.map(({ result }) => result),
    people: Object.assign({}, ...done.map(({ people }) => people)) as People,
    now: clock.now(),
  };
}

/** The line from the panel's answer: its gate is the one that was just reckoned, with all that stands above the item. */
function lineOf(answer: ChangedCharter): ReportItem {
  const { charter, gate, gateUnknown, waitsUnseen, restsUnseen, earlier, history, now } = answer;
  const line = reportItem({
    ...answer,
    subject: subjectBehind(answer),
    recorded: { charter, history, earlier },
    // What the answer names is what its reader may see.
    sees: () => true,
    now,
  });
  return {
    ...line,
    gate,
    ...(gateUnknown && { gateUnknown }),
    ...(waitsUnseen && { waitsUnseen }),
    ...(restsUnseen && { restsUnseen }),
    lastWeek: null,
  };
}

/** The item's line as it is now, where the act changed it. */
function doneOn(issueKey: IssueKey, answer: Answer<CallKey>): Done {
  if (!answer.ok) return { result: { issueKey, ...answer }, people: {} };
  if ('reminded' in answer) return { result: { issueKey, ...answer }, people: {} };
  if (!('gates' in answer)) throw new Error('an act on an item answers with the item');
  return {
    result: { issueKey, ok: true, item: lineOf(answer) },
    people: answer.people,
  };
}
