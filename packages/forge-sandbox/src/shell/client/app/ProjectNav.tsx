import type { ReactNode } from 'react';
import { avatarColour, initials } from '../../avatar-colour';
import { pagesIn } from './boot';
import { AppIcon, BoardIcon, FlowIcon, GearIcon } from './icons';
import type { Project } from './shapes';

export const ProjectMark = ({ project }: { project: Project }) => (
  <span className={`project-mark avatar-${avatarColour(project.name)}`} aria-hidden="true">
    {initials(project.name).slice(0, 1)}
  </span>
);

const Item = ({
  href,
  icon,
  current,
  children,
}: {
  href: string;
  icon: ReactNode;
  current: boolean;
  children: ReactNode;
}) => (
  <li>
    <a className="side-item" href={href} aria-current={current ? 'page' : undefined}>
      {icon}
      <span>{children}</span>
    </a>
  </li>
);

/** A project's own pages: the board, what the app adds, and settings. */
export const ProjectNav = ({ project }: { project: Project }) => {
  const path = location.pathname;
  const base = `/projects/${project.key}`;
  const at = (href: string) => path === href || path.startsWith(`${href}/`);
  return (
    <nav className="sidebar" aria-label={`${project.name} project`}>
      <p className="sidebar-project">
        <ProjectMark project={project} />
        <span className="sidebar-names">
          <strong>{project.name}</strong>
          <span>{project.style === 'next-gen' ? 'Team-managed' : 'Company-managed'} project</span>
        </span>
      </p>
      <ul>
        <Item href={`${base}/board`} icon={<BoardIcon />} current={at(`${base}/board`) || path === base}>
          Board
        </Item>
        {pagesIn('project', project.key).map(({ key, title, href }) => (
          <Item key={key} href={href} icon={<AppIcon />} current={at(href)}>
            {title}
          </Item>
        ))}
        <Item href={`${base}/workflow`} icon={<FlowIcon />} current={at(`${base}/workflow`)}>
          Workflow
        </Item>
        {pagesIn('project-settings', project.key).map(({ key, title, href }) => (
          <Item key={key} href={href} icon={<GearIcon />} current={at(href)}>
            {title}
          </Item>
        ))}
      </ul>
    </nav>
  );
};
