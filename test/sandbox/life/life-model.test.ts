import { lifeModelTests } from '../../support/life-model/suite';

lifeModelTests(300);
