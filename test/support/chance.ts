/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Normally distributed numbers with mean 0 and spread 1, from evenly distributed ones. */
export const normal = (even: () => number): (() => number) =>
  function draw() {
    return Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  };
