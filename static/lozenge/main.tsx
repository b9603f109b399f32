import { texts } from '../../texts/compiled/en/lozenge';
import { call } from '../ui/call';
import { mount } from '../ui/mount';
import { SkeletonLines } from '../ui/skeleton';
import { LozengePage } from './lozenge-page';

const first = call('charter/get', {});

void mount({
  texts: [texts],
  skeleton: <SkeletonLines lines={3} />,
  render: () => <LozengePage first={first} />,
});
