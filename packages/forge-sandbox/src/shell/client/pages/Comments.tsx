import { useState } from 'react';
import { Adf } from '../app/Adf';
import { useDates } from '../app/dates';
import { addComment } from '../app/jira';
import { announce, notifyFailure } from '../app/live';
import type { Comment, Issue } from '../app/shapes';
import { Avatar, Button } from '../app/ui';
import { useWorld } from '../app/world';

const Entry = ({ comment }: { comment: Comment }) => {
  const dates = useDates();
  const name = comment.author?.displayName ?? 'Someone';
  return (
    <li className="comment">
      <Avatar name={name} size={32} />
      <div>
        <p>
          <strong>{name}</strong> <span className="quiet">{dates.ago(comment.created)}</span>
        </p>
        <Adf value={comment.body} />
      </div>
    </li>
  );
};

/** What was said about the item, oldest first, and a box to say more. */
export const Comments = ({ issue, reload }: { issue: Issue; reload: () => Promise<void> }) => {
  const { client, me } = useWorld();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const comments = issue.fields.comment?.comments ?? [];
  const submit = async () => {
    setBusy(true);
    try {
      await addComment(client, issue.key, text.trim());
      setText('');
      await reload();
      announce('Comment added.');
    } catch (error) {
      notifyFailure('The comment was not added', error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="activity-title">
      <h2 id="activity-title">Comments</h2>
      {comments.length === 0 ? (
        <p className="quiet">Nothing was said yet.</p>
      ) : (
        <ul className="comments">
          {comments.map((comment) => (
            <Entry key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      <form
        className="comment-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void submit();
        }}
      >
        <Avatar name={me.displayName} size={32} />
        <div>
          <label htmlFor="comment-text" className="visually-hidden">
            Add a comment as {me.displayName}
          </label>
          <textarea
            id="comment-text"
            rows={2}
            value={text}
            placeholder={`Comment as ${me.displayName}`}
            onChange={(event) => setText(event.target.value)}
          />
          {text.trim() !== '' && (
            <div className="button-row">
              <Button look="primary" type="submit" disabled={busy}>
                Add comment
              </Button>
              <Button look="subtle" onClick={() => setText('')}>
                Cancel
              </Button>
            </div>
          )}
        </div>
      </form>
    </section>
  );
};
