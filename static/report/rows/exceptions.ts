import type { GateView } from '../../../src/contract/answers';
import type { Instant } from '../../../src/domain/values';

/** When the first of the waivers at work ends. */
export const firstEnd = ({ waived }: Pick<GateView, 'waived'>): Instant | undefined =>
  waived.map(({ until }) => until).sort()[0];
