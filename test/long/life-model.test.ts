import { lifeModelTests } from '../support/life-model/suite';

lifeModelTests(1_500);
