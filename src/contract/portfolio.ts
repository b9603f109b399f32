import type { Success } from './answers';
import type { Input } from './inputs';

export interface PortfolioAnswer extends Success<'portfolio/page'> {}
export type PortfolioScope = NonNullable<Input<'portfolio/page'>['scope']>;
