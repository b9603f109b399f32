import texts from '../i18n/en-standing.json';
import { call } from '../ui/call';
import { mount } from '../ui/mount';
import { SkeletonLines } from '../ui/skeleton';
import { StandingPage } from './standing-page';

const first = call('charter/get', {});

void mount({
  texts: [texts],
  skeleton: <SkeletonLines lines={3} />,
  render: () => <StandingPage first={first} />,
});
