import { clockHistoriesTests } from '../support/clocks/suite';

// More with CLOCK_HISTORIES: a history lives through weeks, and every day of it the fields are compared.
clockHistoriesTests(6);
