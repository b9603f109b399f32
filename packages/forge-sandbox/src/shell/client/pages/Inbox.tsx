import { useDates } from '../app/dates';
import { readInbox } from '../app/sandbox';
import { useTitle } from '../app/title';
import { Failure, Skeleton } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useNameOf, useWorld } from '../app/world';

/** Mails that Jira would have sent to the person. */
export const Inbox = () => {
  useTitle('Inbox');
  const { client, me } = useWorld();
  const dates = useDates();
  const nameOf = useNameOf();
  const [mails] = useLoad(me.accountId, () => readInbox(client));
  return (
    <div className="page">
      <h1>Inbox</h1>
      <p className="quiet">What Jira would have mailed to {me.displayName}. Nothing leaves this machine.</p>
      {mails.state === 'loading' && <Skeleton label="Loading mails" />}
      {mails.state === 'failed' && <Failure what="The mails could not be read" error={mails.error} />}
      {mails.state === 'ready' && mails.value.length === 0 && (
        <p className="empty-line">No mail yet. When the app notifies {me.displayName}, it arrives here.</p>
      )}
      {mails.state === 'ready' && mails.value.length > 0 && (
        <ul className="mails">
          {mails.value.map((mail, at) => (
            <li key={at} className="mail">
              <h2>{mail.subject}</h2>
              <p className="quiet">
                From {nameOf(mail.from)} about <a href={`/browse/${mail.issueKey}`}>{mail.issueKey}</a>,{' '}
                {dates.ago(mail.sentAt)}
              </p>
              <p className="as-written">{mail.textBody}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
