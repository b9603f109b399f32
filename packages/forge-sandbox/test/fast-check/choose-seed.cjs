/** The seed of a run that says no other: what was red once is red again. */
const USUAL = 20_261_122;

/**
 * Chooses the seed of every generated test, before the workers start. `FC_SEED=n` repeats a run, `FC_SEED=random`
 * tries what no run tried before.
 */
module.exports = function chooseSeed() {
  const said = process.env.FC_SEED || String(USUAL);
  const seed = said === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(said);
  if (!Number.isSafeInteger(seed)) throw new Error(`FC_SEED is a whole number or "random", not "${said}".`);
  process.env.FC_SEED = String(seed);
  process.stderr.write(`generated tests: FC_SEED=${seed}\n`);
};
