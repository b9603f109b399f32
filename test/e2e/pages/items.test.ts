import { describeScenes } from './suite';

describeScenes('items');
