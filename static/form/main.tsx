import { lazy, Suspense } from 'react';
import { call } from '../ui/call';
import { mount } from '../ui/mount';
import { PartBoundary } from '../ui/part-boundary';
import { FormSkeleton } from './form-skeleton';
import '../agreement-forms/agreement-forms.css';
import './form.css';

// Question and form leave at once, side by side, while React and Jira's context are still on their way.
const first = call('charter/get', {});
const page = import('./form-page');

const FormPage = lazy(() => page.then((file) => ({ default: file.FormPage })));

void mount({
  skeleton: <FormSkeleton />,
  render: () => (
    <PartBoundary>
      <Suspense fallback={<FormSkeleton />}>
        <FormPage first={first} />
      </Suspense>
    </PartBoundary>
  ),
});
