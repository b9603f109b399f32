import { lazy, Suspense } from 'react';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { FormInPlace } from '../form-in-place';
import { usePanel } from '../panel-context';
import { notedPassages, waiversInForce } from '../model/waivers';

const WaiverLines = lazy(() => import('../lazy-parts').then((file) => ({ default: file.WaiverLines })));
const PassageLines = lazy(() => import('../lazy-parts').then((file) => ({ default: file.PassageLines })));

/** Under the findings: what is waived, the forms for it, and what passed around the gate, on a waiver or with a warning. */
export function Exceptions() {
  const { answer, form } = usePanel();
  const waivers = waiversInForce(answer).length;
  const passages = notedPassages(answer).length;
  const open = form?.kind === 'waive' || form?.kind === 'end-waiver' ? form : null;
  const lines = 2 * waivers + passages;
  return (
    <>
      {lines > 0 && (
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={lines} />}>
            {waivers > 0 && <WaiverLines />}
            {passages > 0 && <PassageLines />}
          </Suspense>
        </PartBoundary>
      )}
      <FormInPlace form={open} />
    </>
  );
}
