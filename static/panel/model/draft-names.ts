import type { CharterAnswer } from '../../../src/contract/answers';

/** Names drafts: one per work item, reader and form, alike in the panel and in its modals. */
export const draftNames =
  ({ item, me }: Pick<CharterAnswer, 'item' | 'me'>) =>
  (form: string): string =>
    `${item.issueKey}:${me.accountId}:${form}`;
