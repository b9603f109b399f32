/** What a mention says in place of a mail: that there is something, and nothing of what, since others read it too. */
export const wordMention = (things: number): string =>
  things === 1
    ? 'something waits for you in Holdfast, and no mail could tell you. Open it:'
    : `${things} things wait for you in Holdfast, and no mail could tell you. Open My commitments:`;
