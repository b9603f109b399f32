import { texts } from '../../texts/compiled/en/panel';
import { texts as promises } from '../../texts/compiled/en/promises';
import { call } from '../ui/call';
import { mount } from '../ui/mount';
import { Panel } from './panel';
import '../agreement-forms/agreement-forms.css';
import './panel.css';
import { PanelSkeleton } from './panel-skeleton';

// The one question of the first paint leaves at once, while React and Jira's context are still on their way.
const first = call('charter/get', {});

void mount({ texts: [promises, texts], skeleton: <PanelSkeleton />, render: () => <Panel first={first} /> });
