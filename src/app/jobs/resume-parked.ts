import type { ParkedWork } from './ports';

/** One run begins one chain, which Forge lets push a thousand times; what is left waits for the next hour. */
const STRETCHES = 20;

/**
 * Has work go on whose chain came to its end.
 *
 * @throws Unavailable; what was not queued waits on.
 */
export async function resumeParked({ parked }: { readonly parked: ParkedWork }): Promise<void> {
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    if (!(await parked.resume())) return;
  }
}
