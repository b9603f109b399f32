import type { LastModes } from '../app/gate/evaluate-transition';
import type { Mode } from '../domain/policy/rules';
import { rememberedBySite } from './remembered';

/** Projects remembered at once, of all sites that this instance serves. */
export const REMEMBERED = 500;

/** What this instance of the gate remembers of one site's projects. */
export const lastModesOf: (site: string) => LastModes = rememberedBySite<Mode>(REMEMBERED);
