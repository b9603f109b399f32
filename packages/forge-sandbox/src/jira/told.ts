import { adfText, mentions } from './adf';
import { canSee } from './permissions';
import { viewerOf, type Site } from './site';

/** One thing a person was told. */
export interface Told {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly how: 'mail' | 'mention';
  readonly issueKey: string;
  readonly subject: string;
  readonly text: string;
  /** Where the mail or the comment leads. */
  readonly link: string;
}

/**
 * Mails Jira delivered to the account and comments that mention it, on items it may see, from an instant on, newest
 * last. Undefined for an account the site does not have.
 */
export function toldTo(site: Site, accountId: string, since: number): readonly Told[] | undefined {
  const { store } = site;
  if (!store.users.has(accountId)) return undefined;
  const reader = viewerOf(site, { kind: 'user', accountId }, false);
  const address = (key: string): string => `${site.baseUrl()}/browse/${key}`;
  const mails = store.notices
    .filter(({ recipients, sentAt }) => recipients.includes(accountId) && sentAt >= since)
    .map((mail): Told => ({
      at: mail.sentAt,
      how: 'mail',
      issueKey: mail.issueKey,
      subject: mail.subject,
      text: mail.textBody,
      link: address(mail.issueKey),
    }));
  const mentioned = [...store.issues.values()].flatMap((issue) =>
    issue.comments
      .filter(({ created, body }) => created >= since && mentions(body).includes(accountId))
      .filter(() => canSee(site, reader, issue))
      .map((comment): Told => ({
        at: comment.created,
        how: 'mention',
        issueKey: issue.key,
        subject: `(${issue.key}) ${String(issue.values.get('summary') ?? '')}`,
        text: adfText(comment.body),
        link: `${address(issue.key)}?focusedCommentId=${comment.id}`,
      })),
  );
  return [...mails, ...mentioned].sort((left, right) => left.at - right.at);
}
