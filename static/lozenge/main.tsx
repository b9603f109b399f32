import texts from '../i18n/en-lozenge.json';
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
