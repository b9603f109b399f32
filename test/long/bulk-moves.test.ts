import { describeBulkMoves } from '../support/bulk-moves';

describeBulkMoves(1000);
