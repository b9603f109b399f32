import type { CallKey } from '../contract/calls';
import { merge, type CallPorts, type Handled } from './handle';
import { administrationHandlers } from './handlers/administration';
import { charterHandlers } from './handlers/charter';
import { commandHandlers } from './handlers/commands';
import { commitmentHandlers } from './handlers/commitments';
import { peopleHandlers } from './handlers/people';
import { policyHandlers } from './handlers/policy';
import { portfolioHandlers } from './handlers/portfolio';
import { readinessHandlers } from './handlers/readiness';
import { reportHandlers } from './handlers/report';

/** What every call of the contract does, on the ports it is given. A call without a handler does not compile. */
export const callsOn = (ports: CallPorts): Handled<CallKey> =>
  merge(
    commandHandlers(ports),
    charterHandlers(ports),
    commitmentHandlers(ports),
    portfolioHandlers(ports),
    reportHandlers(ports),
    policyHandlers(ports),
    readinessHandlers(ports),
    peopleHandlers(ports),
    administrationHandlers(ports),
  );
