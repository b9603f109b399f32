import { useTitle } from '../app/title';

const Missing = ({ title, text }: { title: string; text: string }) => {
  useTitle(title);
  return (
    <div className="page empty">
      <svg width="96" height="72" viewBox="0 0 96 72" fill="none" aria-hidden="true" className="empty-art">
        <rect x="14" y="6" width="68" height="60" rx="6" className="art-sheet" />
        <path d="M26 22h28M26 34h44M26 46h20" className="art-line" strokeWidth="4" strokeLinecap="round" />
        <circle cx="70" cy="54" r="13" className="art-badge" />
        <path d="m65 49 10 10M75 49 65 59" className="art-cross" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a className="button button-primary" href="/">
          See your projects
        </a>
      </p>
    </div>
  );
};

/** Jira answers the same for what does not exist and for what may not be seen. */
export const MissingIssue = () => (
  <Missing
    title="This work item can’t be viewed"
    text="It does not exist or you do not have permission to see it. Someone else may: switch user at the top right."
  />
);

export const MissingProject = () => (
  <Missing
    title="This project can’t be viewed"
    text="It does not exist or you do not have permission to see it. Someone else may: switch user at the top right."
  />
);

export const NoPermission = ({ what, who }: { what: string; who: string }) => (
  <Missing
    title="You don’t have permission"
    text={`${what} is for ${who} administrators. Ask one of them, or switch user at the top right.`}
  />
);

export const MissingPage = () => (
  <Missing
    title="Page not found"
    text="There is no page at this address. It may have been typed or copied wrongly."
  />
);
