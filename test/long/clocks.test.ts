import { clockHistoriesTests } from '../support/clocks/suite';

// All five hundred take half an hour: CLOCK_HISTORIES=500.
clockHistoriesTests(100);
