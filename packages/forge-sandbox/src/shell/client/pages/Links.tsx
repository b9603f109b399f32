import { TypeIcon } from '../app/icons';
import type { IssueLink } from '../app/shapes';
import { StatusLozenge } from '../app/ui';

/** Links as the item reads them: an `inwardIssue` stands on the other side of the inward words. */
const byPhrase = (links: readonly IssueLink[]) => {
  const groups = new Map<string, NonNullable<IssueLink['inwardIssue']>[]>();
  for (const { type, inwardIssue, outwardIssue } of links) {
    const other = inwardIssue ?? outwardIssue;
    const phrase = inwardIssue ? type.inward : type.outward;
    if (other) groups.set(phrase, [...(groups.get(phrase) ?? []), other]);
  }
  return [...groups];
};

/** What the item is linked to, grouped by the link's words. */
export const Links = ({ links }: { links: readonly IssueLink[] }) => {
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links-title">
      <h2 id="links-title">Linked work items</h2>
      {byPhrase(links).map(([phrase, others]) => (
        <div key={phrase} className="link-group">
          <h3>{phrase}</h3>
          <ul className="link-list">
            {others.map(({ key, fields }) => (
              <li key={key}>
                {fields.issuetype && <TypeIcon name={fields.issuetype.name} />}
                <a href={`/browse/${key}`}>{key}</a>
                <span className="link-summary">{fields.summary}</span>
                <StatusLozenge status={fields.status} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
