/** Chances of one history, the same at every run of a seed. */
export class Dice {
  /** @param chance random numbers from 0 to below 1 */
  constructor(private readonly chance: () => number) {}

  pick<T>(all: readonly T[]): T {
    const found = all[this.upTo(all.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }

  likely(share: number): boolean {
    return this.chance() < share;
  }

  /** A whole number from 0 to below `end`. */
  upTo(end: number): number {
    return Math.floor(this.chance() * end);
  }

  /** One of some things, each as often as its weight says. */
  weighed<T extends { readonly weight: number }>(all: readonly T[]): T {
    let left = this.chance() * all.reduce((sum, { weight }) => sum + weight, 0);
    for (const one of all) {
      left -= one.weight;
      if (left < 0) return one;
    }
    throw new Error('A chance is below 1.');
  }

  uuid(): string {
    const hex = (length: number): string => Array.from({ length }, () => this.upTo(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  }
}
