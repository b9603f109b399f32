import { texts } from '../../texts/compiled/en/commitments';
import { texts as promises } from '../../texts/compiled/en/promises';
import { call } from '../ui/call';
import { mount } from '../ui/mount';
import '../agreement-forms/agreement-forms.css';
import './commitments.css';
import { CommitmentsPage } from './commitments-page';
import { CommitmentsSkeleton } from './skeleton';

// The one question of the first paint leaves at once, while React and Jira's context are still on their way.
const first = call('commitments/list', {});

void mount({
  texts: [promises, texts],
  skeleton: <CommitmentsSkeleton />,
  render: () => <CommitmentsPage first={first} />,
});
