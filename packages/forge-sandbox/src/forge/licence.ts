import type { Switches } from '../switches';

/** What Forge hands an app about its licence, where it says anything at all. */
export const licenceOf = ({
  licence,
}: Pick<Switches, 'licence'>): { readonly license?: { readonly active: boolean } } =>
  licence === 'none' ? {} : { license: { active: licence === 'active' } };
