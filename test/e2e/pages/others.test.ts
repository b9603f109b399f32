import { describeScenes } from './suite';

describeScenes('others');
