import {
  changeReadiness,
  getReadiness as programmeOf,
  recordReinforcement,
} from '../../app/readiness/readiness';
import { chooseBehaviours } from '../../contract/calls/readiness/choose';
import { decideReadiness } from '../../contract/calls/readiness/decide';
import { getReadiness } from '../../contract/calls/readiness/get';
import { reinforceReadiness } from '../../contract/calls/readiness/reinforce';
import { startReadiness } from '../../contract/calls/readiness/start';
import { watchIndicators } from '../../contract/calls/readiness/watch';
import type { ProgrammeCommand } from '../../domain/readiness/decide';
import { handle, merge, type CallPorts } from '../handle';
import type { ProjectScope } from '../scopes';

/** The calls of a project's readiness programme. */
export const readinessHandlers = (ports: CallPorts) => {
  const change = (
    { projectKey, accountId: by }: ProjectScope,
    { version }: { readonly version: number },
    command: ProgrammeCommand,
  ) => changeReadiness({ projectKey, by, version }, command, ports);
  return merge(
    handle(getReadiness, ({ projectKey }) => programmeOf(projectKey, ports)),
    handle(startReadiness, (scope, input) => change(scope, input, { type: 'start' })),
    handle(chooseBehaviours, (scope, input) =>
      change(scope, input, { type: 'choose', behaviours: input.behaviours }),
    ),
    handle(watchIndicators, (scope, input) =>
      change(scope, input, { type: 'watch', indicators: input.indicators }),
    ),
    handle(reinforceReadiness, ({ projectKey, accountId: by }, input) =>
      recordReinforcement({ projectKey, by, ...input }, ports),
    ),
    handle(decideReadiness, (scope, input) =>
      change(scope, input, { type: 'decide', choice: input.choice, reason: input.reason }),
    ),
  );
};
