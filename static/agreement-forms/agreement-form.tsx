import { lazy, Suspense } from 'react';
import type { AgreementView } from '../../src/contract/answers';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import type { AgreementFormKind } from './model/agreement-steps';

const CounterForm = lazy(() => import('./counter-form').then((file) => ({ default: file.CounterForm })));
const DeclineForm = lazy(() => import('./decline-form').then((file) => ({ default: file.DeclineForm })));
const DeliverForm = lazy(() => import('./deliver-form').then((file) => ({ default: file.DeliverForm })));
const ReassignForm = lazy(() => import('./reassign-form').then((file) => ({ default: file.ReassignForm })));
const LinkForm = lazy(() => import('./link-form').then((file) => ({ default: file.LinkForm })));
const RenegotiateForm = lazy(() =>
  import('./renegotiate-form').then((file) => ({ default: file.RenegotiateForm })),
);
const RestateForm = lazy(() => import('./restate-form').then((file) => ({ default: file.RestateForm })));
const ReturnForm = lazy(() => import('./return-form').then((file) => ({ default: file.ReturnForm })));
const WithdrawForm = lazy(() => import('./withdraw-form').then((file) => ({ default: file.WithdrawForm })));

/** The form of the step that is open on an agreement; each comes when it is first asked for. */
export function AgreementForm({
  kind,
  agreement,
}: {
  kind: AgreementFormKind['kind'];
  agreement: AgreementView;
}) {
  return (
    <PartBoundary>
      <Suspense fallback={<SkeletonLines lines={4} />}>{formOf(kind, agreement)}</Suspense>
    </PartBoundary>
  );
}

function formOf(kind: AgreementFormKind['kind'], agreement: AgreementView) {
  switch (kind) {
    case 'counter':
      return <CounterForm agreement={agreement} />;
    case 'decline':
      return <DeclineForm agreement={agreement} />;
    case 'deliver':
      return <DeliverForm agreement={agreement} />;
    case 'reassign':
      return <ReassignForm key={kind} agreement={agreement} handsOver={false} />;
    case 'hand-over':
      return <ReassignForm key={kind} agreement={agreement} handsOver />;
    case 'link':
      return <LinkForm agreement={agreement} />;
    case 'renegotiate':
      return <RenegotiateForm agreement={agreement} />;
    case 'restate':
      return <RestateForm agreement={agreement} />;
    case 'return':
      return <ReturnForm agreement={agreement} />;
    case 'withdraw':
      return <WithdrawForm agreement={agreement} />;
  }
}
