import { listDecisions as decisionsOf } from '../../app/decisions/list';
import { resolved } from '../../app/policy/policy-answers';
import { actOnItems as actOnEach } from '../../app/report/act-on-items';
import { reportDrift as driftOf } from '../../app/report/drift';
import { reportGadget as figuresOf } from '../../app/report/gadget';
import { readGraph } from '../../app/graph/get';
import { reportHandoffs as handoffsOf } from '../../app/report/handoffs';
import { reportIndicators as indicatorsOf } from '../../app/report/indicators';
import { reportPast as pastOf } from '../../app/report/jira-indicators';
import { reportPage } from '../../app/report/page';
import { paperOwnersPage } from '../../app/report/paper-owner';
import { runBacktest as backtestOf } from '../../app/report/run-backtest';
import { reportQuarter as quarterOf } from '../../app/summaries/quarter';
import { runBacktest } from '../../contract/calls/backtest/run';
import { listDecisions } from '../../contract/calls/decision/list';
import { getGraph } from '../../contract/calls/graph/get';
import { actOnItems } from '../../contract/calls/report/act';
import { reportDrift } from '../../contract/calls/report/drift';
import { reportGadget } from '../../contract/calls/report/gadget';
import { reportHandoffs } from '../../contract/calls/report/handoffs';
import { reportPaperOwners } from '../../contract/calls/report/hands';
import { reportIndicators } from '../../contract/calls/report/indicators';
import { pageReport } from '../../contract/calls/report/page';
import { reportPast } from '../../contract/calls/report/past';
import { reportQuarter } from '../../contract/calls/report/quarter';
import { markVital } from '../../contract/calls/vital/mark';
import { handle, merge, type CallPorts } from '../handle';

/** The calls of the report and of the dashboard. */
export const reportHandlers = (ports: CallPorts) =>
  merge(
    handle(pageReport, ({ projectKey, run }, { cursor, filter }) =>
      reportPage({ projectKey, cursor, scope: filter?.scope ?? 'policy', text: filter?.text, run }, ports),
    ),
    handle(reportIndicators, ({ projectKey, run }, input) =>
      indicatorsOf({ projectKey, ...input, run }, ports),
    ),
    handle(reportPast, ({ projectKey, run }, input) => pastOf({ projectKey, ...input, run }, ports)),
    handle(reportDrift, ({ projectKey, run }, { cursor }) => driftOf({ projectKey, cursor, run }, ports)),
    handle(reportPaperOwners, ({ accountId, projectKey, run }, { cursor, scope = 'policy' }) =>
      paperOwnersPage({ accountId, projectKey, cursor, scope, run }, ports),
    ),
    handle(reportHandoffs, ({ accountId, projectKey, run }, { scope = 'policy', cursor }) =>
      handoffsOf({ accountId, projectKey, scope, cursor, run }, ports),
    ),
    handle(listDecisions, ({ projectKey, run }, { filter = 'all', cursor }) =>
      decisionsOf({ projectKey, filter, cursor, run }, ports),
    ),
    handle(getGraph, ({ accountId, projectKey, run }, input) =>
      readGraph(
        {
          accountId,
          projectKey: input.projectKey ?? projectKey,
          issueKey: input.issueKey,
          cursor: input.cursor,
          // What is noted of a run is the project's of the page.
          run: [undefined, projectKey].includes(input.projectKey) ? run : undefined,
        },
        ports,
      ),
    ),
    handle(actOnItems, ({ invokeAs }, input) => actOnEach({ ...input, invokeAs }, ports)),
    handle(markVital, ({ invokeAs }, { issueKeys, vital }) =>
      actOnEach(
        {
          items: issueKeys.map((issueKey) => ({ issueKey })),
          action: { kind: 'vital', vital },
          invokeAs,
        },
        ports,
      ),
    ),
    handle(reportGadget, ({ projectKey }, input) => figuresOf({ projectKey, ...input }, ports)),
    handle(reportQuarter, ({ projectKey, run }, { cursor }) => quarterOf({ projectKey, cursor, run }, ports)),
    handle(runBacktest, async ({ projectKey }, { policy, ...input }) =>
      backtestOf(
        { projectKey, ...input, policy: policy && (await resolved(projectKey, policy, ports)) },
        ports,
      ),
    ),
  );
