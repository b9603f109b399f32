import { climbed, climbedFor, running, steps } from '../../../../src/domain/notices/clocks';
import { emptyCharter, type Charter } from '../../../../src/domain/charter/charter';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { play } from '../../../support/attempts';
