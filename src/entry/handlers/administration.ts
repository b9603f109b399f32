import { exportLog, noteExport, pageOfLog } from '../../app/audit/audit';
import { applyBrake as applyOf, liftBrake as liftOf } from '../../app/policy/brake';
import { exportAuditLog } from '../../contract/calls/audit/export';
import { pageAuditLog } from '../../contract/calls/audit/page';
import { applyBrake } from '../../contract/calls/brake/apply';
import { liftBrake } from '../../contract/calls/brake/lift';
import { reportExported } from '../../contract/calls/report/exported';
import { applySiteBrake } from '../../contract/calls/site-brake/apply';
import { liftSiteBrake } from '../../contract/calls/site-brake/lift';
import { handle, merge, type CallPorts } from '../handle';

/** The emergency brake, and the site's audit log. */
export const administrationHandlers = (ports: CallPorts) =>
  merge(
    handle(applyBrake, ({ projectKey, accountId: by }, input) =>
      applyOf({ owner: { project: projectKey }, by, ...input }, ports),
    ),
    handle(liftBrake, ({ projectKey, accountId: by }) =>
      liftOf({ owner: { project: projectKey }, by }, ports),
    ),
    handle(applySiteBrake, ({ accountId: by }, input) => applyOf({ owner: 'site', by, ...input }, ports)),
    handle(liftSiteBrake, ({ accountId: by }) => liftOf({ owner: 'site', by }, ports)),
    handle(pageAuditLog, (_scope, input) => pageOfLog(input, ports)),
    handle(exportAuditLog, ({ accountId: by }, input) => exportLog(by, input, ports)),
    handle(reportExported, ({ projectKey, accountId: by }, { rows }) =>
      noteExport({ projectKey, by, rows }, ports),
    ),
  );
