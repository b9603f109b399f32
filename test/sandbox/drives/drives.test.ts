import { drivesTests } from '../../support/drives/suite';

drivesTests(6);
