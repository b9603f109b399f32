import { describeScenes } from './suite';

describeScenes('report');
