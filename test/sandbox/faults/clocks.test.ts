import { clockHistoriesTests } from '../../support/clocks/suite';

clockHistoriesTests(4);
