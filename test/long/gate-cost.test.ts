import { countingSite, describeGateCost } from '../support/gate-cost';

// More than storage is asked for at once.
describeGateCost(countingSite(), 50);
