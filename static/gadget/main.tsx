import { texts } from '../../texts/compiled/en/gadget';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../ui/empty-state';
import { mount } from '../ui/mount';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { configuredProject } from './configuration';
import './gadget.css';
import { Figures } from './figures';
import { GadgetSkeleton } from './skeleton';

// Seen once per gadget, by whoever puts it there.
const Settings = lazy(() => import('./settings').then((file) => ({ default: file.Settings })));

function Gadget() {
  const t = useText();
  const { extension } = useSurroundings();
  const projectKey = configuredProject(extension);
  if (extension['entryPoint'] === 'edit') {
    return (
      <PartBoundary>
        <Suspense fallback={<SkeletonLines lines={4} />}>
          <Settings />
        </Suspense>
      </PartBoundary>
    );
  }
  return projectKey === null ? (
    <EmptyState title={t('gadget.unsetTitle')}>
      <Text id="gadget.unsetBody" />
    </EmptyState>
  ) : (
    <Figures projectKey={projectKey} />
  );
}

const Page = () => (
  <>
    {/* Jira writes the gadget's name above the frame. */}
    <h1 className="hf-visually-hidden">
      <Text id="gadget.title" />
    </h1>
    <h2 className="hf-visually-hidden">
      <Text id="gadget.title" />
    </h2>
    <Gadget />
  </>
);

void mount({ texts: [texts], skeleton: <GadgetSkeleton />, render: () => <Page /> });
