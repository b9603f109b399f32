import type { JiraDouble } from '../kernel';
import type { CallLog } from './calls';
import type { Faults } from './faults';
import { disturbed, finish, toRaw } from './fetch';
import { askJira, type ProductCall } from './jira-gateway';
import type { AppManifest } from './manifest';

/** What `requestJira` of a module's page does: asks as the person, within the manifest's scopes, on the record. */
export async function fetchForPage(
  needs: {
    readonly calls: CallLog;
    readonly faults: Faults;
    readonly manifest: AppManifest;
    readonly jira: JiraDouble;
  },
  moduleKey: string,
  accountId: string,
  call: ProductCall,
): Promise<Response> {
  const { calls, faults, manifest, jira } = needs;
  const record = calls.startCall({
    invocationId: null,
    functionKey: null,
    moduleKey,
    target: 'jira',
    method: call.method,
    path: call.path,
    as: 'user',
    requestBytes: Buffer.byteLength(call.bodyText ?? ''),
  });
  const answer = await disturbed(faults.meet('jira', call.method, call.path), 'jira', undefined, async () =>
    toRaw(await askJira(jira, call, { kind: 'user', accountId }, manifest.scopes)),
  );
  return finish(record, answer);
}
