import { portfolioLoosening as looseningOf } from '../../app/portfolio/loosening';
import { portfolioPage } from '../../app/portfolio/page';
import { portfolioLoosening } from '../../contract/calls/portfolio/loosening';
import { pagePortfolio } from '../../contract/calls/portfolio/page';
import { handle, merge, type CallPorts } from '../handle';

/** The calls of the portfolio. */
export const portfolioHandlers = (ports: CallPorts) =>
  merge(
    handle(pagePortfolio, (_, { scope = {}, cursor }) => portfolioPage({ scope, cursor }, ports)),
    handle(portfolioLoosening, (_, { projectKeys, cursor }) => looseningOf({ projectKeys, cursor }, ports)),
  );
