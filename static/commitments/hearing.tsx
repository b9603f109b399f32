import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { NOTICES } from '../../src/contract/commitment-ref';
import { Disclosure } from '../ui/disclosure';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { useText } from '../ui/text';
import { namesPart } from './use-named-line';

const HearingForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.HearingForm })));

/** What the reader hears, and when; open where a mail led here. */
export function Hearing() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    void namesPart(NOTICES).then((named) => {
      if (!named) return;
      setOpen(true);
      part.current?.scrollIntoView({ block: 'center' });
    });
  }, []);
  return (
    <section className="hf-commitments-list" ref={part}>
      <Disclosure label={t('commitments.hearing')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={4} />}>
            <HearingForm />
          </Suspense>
        </PartBoundary>
      </Disclosure>
    </section>
  );
}
