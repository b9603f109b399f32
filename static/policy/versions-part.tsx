import { lazy, Suspense, useState } from 'react';
import { Section } from '../ui/choices';
import { Disclosure } from '../ui/disclosure';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import type { UserField } from './model/jira-shapes';
import { policyCalls, type OwnerKind } from './owner-kind';

const Versions = lazy(() => import('./lazy-parts').then((file) => ({ default: file.Versions })));

/** Every version ever saved, read once somebody wants to see them. */
export function VersionsPart({
  kind,
  version,
  fields,
}: {
  kind: OwnerKind;
  version: number;
  fields: readonly UserField[];
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Section id="hf-versions" title={<Text id="policy.versions" />}>
      <Disclosure label={t('policy.versionsHelp')} isOpen={open} onToggle={() => setOpen(!open)}>
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={4} />}>
            <Versions load={policyCalls[kind].versions} version={version} fields={fields} />
          </Suspense>
        </PartBoundary>
      </Disclosure>
    </Section>
  );
}
