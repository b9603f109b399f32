import type { SignalView } from '../../../src/contract/drift';
import { sideKey } from '../../../src/domain/team/side';

/** The same change in the same handoff; when it begins anew it is another one. */
export const signalName = ({ indicator, provider, direction, since }: SignalView): string =>
  [indicator, direction, since, ...(provider ? [sideKey(provider)] : [])].join(' ');
