import { view } from '@forge/bridge';
import type { PolicyAnswer, PolicyVersionsAnswer } from '../../src/contract/answers';
import type { Input } from '../../src/contract/inputs';
import type { Policy } from '../../src/domain/policy/policy';
import { call, type Failure } from '../ui/call';
import { toInput } from './model/input';

/** Whose policy the page is about: the project it stands in, or, among Jira's own settings, the site. */
export type OwnerKind = 'project' | 'site';

export const kindOf = (extension: Readonly<Record<string, unknown>>): OwnerKind =>
  extension['type'] === 'jira:adminPage' ? 'site' : 'project';

interface PolicyCalls {
  readonly get: () => Promise<PolicyAnswer | Failure>;
  readonly save: (policy: Policy) => Promise<PolicyAnswer | Failure>;
  readonly versions: () => Promise<PolicyVersionsAnswer | Failure>;
}

/** The same page asks other calls where it is about the site. */
export const policyCalls: Readonly<Record<OwnerKind, PolicyCalls>> = {
  project: {
    get: () => call('policy/get', {}),
    save: (policy) => call('policy/save', { policy: toInput(policy) }),
    versions: () => call('policy/versions', {}),
  },
  site: {
    get: () => call('site-policy/get', {}),
    save: (policy) => call('site-policy/save', { policy: toInput(policy) }),
    versions: () => call('site-policy/versions', {}),
  },
};

interface BrakeCalls {
  readonly apply: (input: Input<'brake/apply'>) => Promise<PolicyAnswer | Failure>;
  readonly lift: () => Promise<PolicyAnswer | Failure>;
}

/** The emergency brake of the project, or of the site. */
export const brakeCalls: Readonly<Record<OwnerKind, BrakeCalls>> = {
  project: { apply: (input) => call('brake/apply', input), lift: () => call('brake/lift', {}) },
  site: { apply: (input) => call('site-brake/apply', input), lift: () => call('site-brake/lift', {}) },
};

/** The page's first question, as soon as Jira has said where the page stands. */
export async function firstPolicy(): Promise<PolicyAnswer | Failure> {
  const context = await view.getContext().catch(() => undefined);
  return policyCalls[kindOf(context?.extension ?? {})].get();
}
