/** The number of the next of things that are numbered in the order of their coming: `A1`, `A2`, …; none is given twice. */
export const nextNumber = (things: readonly { readonly id: string }[]): number =>
  1 + Math.max(0, ...things.map(({ id }) => Number(id.slice(1))));
