import { modulesOf } from '../app/boot';
import { ProjectMark } from '../app/ProjectNav';
import { useTitle } from '../app/title';
import { Lozenge } from '../app/ui';
import { useWorld } from '../app/world';

const FIRST = 'EXP-1';

/** Where a newcomer starts: what this is, what to try, and the projects. */
export const Home = () => {
  useTitle('Home');
  const { projects, me } = useWorld();
  const demo = projects.some(({ key }) => key === 'EXP');
  return (
    <div className="page home">
      <section className="hero">
        <h1>Jira stand-in</h1>
        <p>
          A small Jira that runs the app on your own machine, so that it can be tried without an Atlassian
          site. Everything lives in memory, and time can be moved forward at the top right.
        </p>
        {demo && (
          <div className="try">
            <h2>Try this first</h2>
            <ol>
              <li>
                Open the <a href="/projects/EXP/board">Expansion board</a> and drag <strong>{FIRST}</strong>{' '}
                to In Progress. The move is refused, with the reason.
              </li>
              <li>
                Open <a href={`/browse/${FIRST}`}>{FIRST}</a> and put the reason right in the Agreements
                panel.
              </li>
              <li>
                Act as someone else (top right) to answer what was asked of them, then drag again: the epic
                moves.
              </li>
            </ol>
            <p>
              <a className="button button-primary" href="/projects/EXP/board">
                Open the board
              </a>
            </p>
          </div>
        )}
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
                  {modulesOf('jira:projectPage').map(({ key, title }) => (
                    <a key={key} href={`/projects/${project.key}/page/${key}`}>
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
