import { lifeModelTests } from '../support/life-model/suite';

lifeModelTests(10_000);
