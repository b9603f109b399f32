import { lazy, Suspense } from 'react';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import type { OpenForm } from './panel-context';

const PanelForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.PanelForm })));

/** The form that is open among the panel's own content: where Jira opens no modal. */
export function FormInPlace({ form }: { form: OpenForm | null }) {
  return (
    form && (
      <PartBoundary>
        <Suspense fallback={<SkeletonLines lines={5} />}>
          <PanelForm form={form} />
        </Suspense>
      </PartBoundary>
    )
  );
}
