import { lazy, Suspense } from 'react';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { usePanel } from '../panel-context';
import { tellingPassages, waiversInForce } from '../model/waivers';

const WaiverLines = lazy(() => import('./lazy-parts').then((file) => ({ default: file.WaiverLines })));
const PassageLines = lazy(() => import('./lazy-parts').then((file) => ({ default: file.PassageLines })));
const WaiveForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.WaiveForm })));
const EndWaiverForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.EndWaiverForm })));

/** Under the findings: what is waived, the forms for it, and what passed around the gate, on a waiver or with a warning. */
export function Exceptions() {
  const { answer, form } = usePanel();
  const waivers = waiversInForce(answer).length;
  const passages = tellingPassages(answer).length;
  const open = form?.kind === 'waive' || form?.kind === 'end-waiver' ? form : null;
  if (waivers === 0 && passages === 0 && !open) return null;
  return (
    <PartBoundary>
      <Suspense fallback={<SkeletonLines lines={open ? 5 : 2 * waivers + passages} />}>
        {waivers > 0 && <WaiverLines />}
        {open?.kind === 'waive' && <WaiveForm key={open.rules.join()} rules={open.rules} />}
        {open?.kind === 'end-waiver' && <EndWaiverForm key={open.waiverId} waiverId={open.waiverId} />}
        {passages > 0 && <PassageLines />}
      </Suspense>
    </PartBoundary>
  );
}
