import { drivesTests } from '../support/drives/suite';

// Two hundred take twenty minutes: DRIVES=200.
drivesTests(40);
