import { z } from 'zod';
import { badRequest, forbidden } from '../errors';
import type { Issue } from '../model/types';
import { noContent, ok, parseBody, visibleIssue, type Call, type Operation } from '../operation';
import { canSee } from '../permissions';
import { userBean } from '../render/people';
import { viewerOf } from '../site';
import { requireEdit } from './issue-write';

const group = z.object({ name: z.string().optional(), groupId: z.string().nullish() });

const notifyBody = z.object({
  subject: z.string().optional(),
  textBody: z.string().optional(),
  htmlBody: z.string().optional(),
  to: z
    .object({
      reporter: z.boolean().optional(),
      assignee: z.boolean().optional(),
      watchers: z.boolean().optional(),
      voters: z.boolean().optional(),
      users: z.array(z.object({ accountId: z.string() })).optional(),
      groups: z.array(group).optional(),
      groupIds: z.array(z.string()).optional(),
    })
    .optional(),
});

type To = NonNullable<z.infer<typeof notifyBody>['to']>;

const DAY_MS = 86_400_000;

/** How many mails the site may still send on this UTC day; without an end on a paid one. */
function mailsLeft({ site, viewer }: Call): number {
  const { mailsPerDay } = viewer.switches;
  if (mailsPerDay === null) return Infinity;
  const dayOf = (at: number): number => Math.floor(at / DAY_MS);
  const today = dayOf(site.clock.now());
  return site.store.notices
    .filter(({ sentAt }) => dayOf(sentAt) === today)
    .reduce((left, { recipients: people }) => left - people.length, mailsPerDay);
}

/** Accounts the mail goes to: active people who may see the issue. Jira drops the others without a word. */
function recipients(call: Call, issue: Issue, to: To): string[] {
  const { site } = call;
  const wanted = new Set<string>((to.users ?? []).map((user) => user.accountId));
  for (const fieldId of ['reporter', 'assignee'] as const) {
    const accountId = issue.values.get(fieldId);
    if (to[fieldId] && typeof accountId === 'string') wanted.add(accountId);
  }
  if (to.watchers) for (const accountId of issue.watchers) wanted.add(accountId);
  const groups = [...(to.groups ?? []).flatMap((one) => [one.name, one.groupId]), ...(to.groupIds ?? [])];
  for (const user of site.store.users.values()) {
    if (
      user.groups.some(
        (name) => groups.includes(name) || groups.includes(site.store.groups.get(name)?.id ?? ''),
      )
    )
      wanted.add(user.accountId);
  }
  return [...wanted].filter((accountId) => {
    const viewer = viewerOf(site, { kind: 'user', accountId }, false);
    return viewer.user?.active === true && canSee(site, viewer, issue);
  });
}

export const notifyRoutes: readonly Operation[] = [
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/notify',
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const { site, viewer } = call;
      const issue = visibleIssue(call);
      if (!viewer.user) throw forbidden('You must be logged in to send notifications.');
      if (viewer.switches.mail === 'off') throw forbidden('Outgoing emails are disabled for this site.');
      const body = parseBody(notifyBody, call.body);
      const to = body.to ?? {};
      const named = Object.values(to).some(
        (value) => value === true || (Array.isArray(value) && value.length > 0),
      );
      if (!named) throw badRequest('No recipients were defined for notification.');
      const people = recipients(call, issue, to);
      if (people.length > mailsLeft(call)) {
        if (viewer.switches.mailsBeyond === 'lost') return noContent();
        throw forbidden('This site has sent as many emails today as it may.');
      }
      site.store.notices.push({
        issueKey: issue.key,
        sentAt: site.clock.now(),
        from: viewer.user.accountId,
        subject: body.subject ?? `(${issue.key}) ${String(issue.values.get('summary') ?? '')}`,
        textBody: body.textBody ?? '',
        recipients: people,
      });
      return noContent();
    },
  },
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/watchers',
    scopes: ['read:jira-work'],
    query: [],
    run(call) {
      const { site, viewer } = call;
      const issue = visibleIssue(call);
      const watchers = [...issue.watchers].flatMap((accountId) => site.store.users.get(accountId) ?? []);
      return ok({
        self: `${site.baseUrl()}/rest/api/3/issue/${issue.key}/watchers`,
        isWatching: viewer.user !== null && issue.watchers.has(viewer.user.accountId),
        watchCount: watchers.length,
        watchers: watchers.map((user) => {
          const { locale: _, ...details } = userBean(site, user, viewer, new Set());
          return details;
        }),
      });
    },
  },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/watchers',
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const issue = visibleIssue(call);
      const accountId =
        call.body === undefined ? call.viewer.user?.accountId : parseBody(z.string(), call.body);
      if (accountId === undefined || !call.site.store.users.has(accountId))
        throw badRequest('The user to watch with does not exist.');
      if (accountId !== call.viewer.user?.accountId) requireEdit(call, issue);
      issue.watchers.add(accountId);
      return noContent();
    },
  },
];
