import { asApp, route } from '@forge/api';

interface Transition {
  readonly issue: { readonly key: string };
}

interface Linked {
  readonly inwardIssue?: { readonly key: string };
  readonly outwardIssue?: { readonly key: string };
}

interface Issue {
  readonly fields: {
    readonly assignee?: { readonly accountId: string } | null;
    readonly issuelinks?: readonly Linked[];
    readonly status?: { readonly statusCategory: { readonly key: string } };
  };
}

const read = async <T>(path: ReturnType<typeof route>): Promise<T> =>
  (await (await asApp().requestJira(path)).json()) as T;

/**
 * The least a validator can do that looks at an item's links and its owner, one question after the other, as a first sketch of one
 * would: what the gate is held against.
 */
export const handler = async ({
  issue: { key },
}: Transition): Promise<{ readonly result: boolean; readonly errorMessage?: string }> => {
  const { fields } = await read<Issue>(route`/rest/api/3/issue/${key}?fields=assignee,issuelinks`);
  const [link] = fields.issuelinks ?? [];
  const other = link?.inwardIssue ?? link?.outwardIssue;
  if (other) {
    const linked = await read<Issue>(route`/rest/api/3/issue/${other.key}?fields=status`);
    if (linked.fields.status?.statusCategory.key !== 'done') {
      return { result: false, errorMessage: `${key} waits for ${other.key}.` };
    }
  }
  if (!fields.assignee) return { result: false, errorMessage: `Nobody owns ${key}.` };
  const { active } = await read<{ readonly active: boolean }>(
    route`/rest/api/3/user?accountId=${fields.assignee.accountId}`,
  );
  return active ? { result: true } : { result: false, errorMessage: `Whoever owned ${key} has left.` };
};
