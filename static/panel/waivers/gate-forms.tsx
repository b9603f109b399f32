import { lazy, Suspense } from 'react';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { useDesk } from '../desk';

const WaiveForm = lazy(() => import('../forms').then((file) => ({ default: file.WaiveForm })));
const EndWaiverForm = lazy(() => import('../forms').then((file) => ({ default: file.EndWaiverForm })));

/** The forms that open under the findings. */
export function GateForms() {
  const { form } = useDesk();
  if (form?.kind !== 'waive' && form?.kind !== 'end-waiver') return null;
  return (
    <PartBoundary>
      <Suspense fallback={<SkeletonLines lines={5} />}>
        {form.kind === 'waive' ? (
          <WaiveForm key={form.rules.join()} rules={form.rules} />
        ) : (
          <EndWaiverForm key={form.waiverId} waiverId={form.waiverId} />
        )}
      </Suspense>
    </PartBoundary>
  );
}
