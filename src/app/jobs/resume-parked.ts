import type { ParkedWork } from './ports';

/** One run begins one chain, which Forge lets push a thousand times; what is left waits for the next hour. */
const MOST_BATCHES = 20;

/**
 * Has work go on whose chain came to its end.
 *
 * @throws Unavailable; what was not queued waits on.
 */
export async function resumeParked({ parked }: { readonly parked: ParkedWork }): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    if (!(await parked.resume())) return;
  }
}
