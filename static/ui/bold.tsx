import { createElement, type ReactElement } from 'react';
import type { Value } from '../../src/contract/texts/message';

/** What stands between `<b>` and `</b>` in a text. */
export const bold = (inside: readonly Value[]): ReactElement =>
  createElement('b', null, ...(inside as readonly ReactElement[]));
