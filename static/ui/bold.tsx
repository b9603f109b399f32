import type { ReactNode } from 'react';

/** What stands between `<b>` and `</b>` in a text. */
export const bold = (chunks: ReactNode): ReactNode => <b>{chunks}</b>;
