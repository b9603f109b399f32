import { ruleMode } from '../../app/gate/rule-mode';
import { testRule as tryRule } from '../../app/gate/test-rule';
import {
  getPolicy as policyOf,
  policyVersions,
  resolved,
  savePolicy as save,
} from '../../app/policy/policy-answers';
import { previewPolicy as preview } from '../../app/policy/preview-policy';
import { followSitePolicy } from '../../contract/calls/policy/follow-site';
import { getPolicy } from '../../contract/calls/policy/get';
import { previewPolicy } from '../../contract/calls/policy/preview';
import { savePolicy } from '../../contract/calls/policy/save';
import { listPolicyVersions } from '../../contract/calls/policy/versions';
import { readRuleMode } from '../../contract/calls/rule/mode';
import { testRule } from '../../contract/calls/rule/test';
import { getSitePolicy } from '../../contract/calls/site-policy/get';
import { saveSitePolicy } from '../../contract/calls/site-policy/save';
import { listSitePolicyVersions } from '../../contract/calls/site-policy/versions';
import { checkSite } from '../../app/site-check/run-site-check';
import { runSiteCheck } from '../../contract/calls/site-check/run';
import { handle, merge, type CallPorts } from '../handle';
import { withItem } from './with-item';

/** The calls about what the gate asks for: a project's policy, the site's, and a transition's rule. */
export const policyHandlers = (ports: CallPorts) =>
  merge(
    handle(getPolicy, ({ projectKey }) => policyOf({ project: projectKey }, ports)),
    handle(savePolicy, ({ projectKey, accountId: by }, { policy }) =>
      save({ owner: { project: projectKey }, version: policy.version, policy, by }, ports),
    ),
    handle(followSitePolicy, ({ projectKey, accountId: by }, { version }) =>
      save({ owner: { project: projectKey }, version, policy: null, by }, ports),
    ),
    handle(previewPolicy, async ({ projectKey }, { policy, cursor }) =>
      preview({ projectKey, policy: await resolved(projectKey, policy, ports), cursor }, ports),
    ),
    handle(listPolicyVersions, ({ projectKey }) => policyVersions({ project: projectKey }, ports)),
    handle(getSitePolicy, () => policyOf('site', ports)),
    handle(saveSitePolicy, ({ accountId: by }, { policy }) =>
      save({ owner: 'site', version: policy.version, policy, by }, ports),
    ),
    handle(listSitePolicyVersions, () => policyVersions('site', ports)),
    handle(runSiteCheck, ({ accountId }, { mail }) => checkSite({ accountId, wantsMail: mail }, ports)),
    handle(testRule, (scope, { rule }) => tryRule(withItem(scope), rule, ports)),
    handle(readRuleMode, ({ project }) => ruleMode(project, ports)),
  );
