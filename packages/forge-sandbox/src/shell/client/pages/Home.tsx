import type { Welcome } from '../../welcome';
import { boot, pagesIn } from '../app/boot';
import { ProjectMark } from '../app/ProjectNav';
import { useTitle } from '../app/title';
import { Lozenge } from '../app/ui';
import { useWorld } from '../app/world';

const Sentence = ({ pieces }: { pieces: Welcome['steps'][number] }) =>
  pieces.map((piece, index) => {
    if (typeof piece === 'string') return piece;
    const { text, href, strong } = piece;
    const words = strong ? <strong key={index}>{text}</strong> : text;
    return href === undefined ? (
      words
    ) : (
      <a key={index} href={href}>
        {words}
      </a>
    );
  });

const TryFirst = ({
  welcome: { projectKey, steps, start = { text: 'Open the board', href: `/projects/${projectKey}/board` } },
}: {
  welcome: Welcome;
}) => (
  <div className="try">
    <h2>Try this first</h2>
    <ol>
      {steps.map((pieces, index) => (
        <li key={index}>
          <Sentence pieces={pieces} />
        </li>
      ))}
    </ol>
    <p>
      <a className="button button-primary" href={start.href}>
        {start.text}
      </a>
    </p>
  </div>
);

/** Where a newcomer starts: what this is, what to try, and the projects. */
export const Home = () => {
  useTitle('Home');
  const { projects, me } = useWorld();
  const welcome = projects.some(({ key }) => key === boot.welcome?.projectKey) ? boot.welcome : undefined;
  return (
    <div className="page home">
      <section className="hero">
        <h1>Jira stand-in</h1>
        <p>
          A small Jira that runs the app on your own machine, so that it can be tried without an Atlassian
          site. Everything lives in memory, and time can be moved forward at the top right.
        </p>
        {welcome && <TryFirst welcome={welcome} />}
      </section>
      <section>
        <h2>Projects</h2>
        {projects.length === 0 ? (
          <p className="quiet">
            {me.displayName} may browse no project. Switch user at the top right to see some.
          </p>
        ) : (
          <ul className="project-list">
            {projects.map((project) => (
              <li key={project.key} className="project-card">
                <div className="project-head">
                  <ProjectMark project={project} />
                  <div>
                    <h3>
                      <a href={`/projects/${project.key}/board`}>{project.name}</a>
                    </h3>
                    <p className="quiet">{project.key}</p>
                  </div>
                </div>
                <p>
                  <Lozenge>{project.style === 'next-gen' ? 'Team-managed' : 'Company-managed'}</Lozenge>
                </p>
                <p className="project-links">
                  <a href={`/projects/${project.key}/board`}>
                    Board<span className="visually-hidden"> of {project.name}</span>
                  </a>
                  {pagesIn('project', project.key).map(({ key, title, href }) => (
                    <a key={key} href={href}>
                      {title}
                      <span className="visually-hidden"> in {project.name}</span>
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};
