import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { SiteCheckAnswer } from '../../../src/contract/answers';
import { StateWord } from '../../ui/state-word';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { borderText, type Project } from './lines';

/** Project by project: whether the app sees it, and whether its rule was met at either border. */
export function ProjectsTable({ answer: { projects, projectsOfSite, now } }: { answer: SiteCheckAnswer }) {
  return (
    <Stack space="space.200">
      <Stack as="ul" role="list" space="space.200">
        {projects.map((project) => (
          <ProjectLines key={project.projectKey} project={project} now={now} />
        ))}
      </Stack>
      {projectsOfSite > projects.length && (
        <p>
          <Text id="siteCheck.more" values={{ count: projectsOfSite - projects.length }} />
        </p>
      )}
    </Stack>
  );
}

function ProjectLines({ project, now }: { project: Project; now: string }) {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  return (
    <li>
      <Stack space="space.050">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <strong>
            {project.name} ({project.projectKey})
          </strong>
          <StateWord tone="quiet">{t('siteCheck.mode', { mode: project.mode })}</StateWord>
          {!project.seen && <StateWord tone="problem">{t('siteCheck.fails')}</StateWord>}
        </Inline>
        {!project.seen && (
          <p>
            <Text id="siteCheck.unseen" />
          </p>
        )}
        {project.borders.map((border) => (
          <p key={border.checkpoint}>
            {t(`siteCheck.${border.checkpoint}`)}:{' '}
            {borderText(border, project.mode, { t, now, timeZone, locale })}
          </p>
        ))}
      </Stack>
    </li>
  );
}
