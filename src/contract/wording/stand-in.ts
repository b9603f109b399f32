/** Why somebody who stands in hears of it. Their answer is their own. */
export const wordStandIn = (name: string): string =>
  `You stand in for ${name}, who is away: answer it in your own name, and it is yours.`;
