import type { PolicyAnswer } from '../../contract/answers';
import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { apply, lift, type Brake, type BrakeRefusal } from '../../domain/policy/brake';
import type { AuditEntry } from '../../domain/audit/entry';
import type { AccountId, Instant } from '../../domain/values';
import type { BrakeStore } from './ports';
import { getPolicy, rewind, type PolicyPorts } from './policy-answers';
import type { PolicyOwner } from './ports';

export interface BrakePorts extends PolicyPorts {
  readonly brakes: BrakeStore;
}

const ATTEMPTS = 5;

interface Change {
  readonly owner: PolicyOwner;
  readonly by: AccountId;
  readonly line: Pick<AuditEntry, 'act' | 'reason' | 'until'>;
  readonly decide: (brakes: readonly Brake[], at: Instant) => readonly Brake[] | BrakeRefusal;
}

function refuse(code: Exclude<BrakeRefusal, 'brake-not-on'>): never {
  throw new CallRefused({
    code: 'invalid',
    message: refusalText(code),
    field: 'until',
  });
}

/** Decides on the brakes just read and writes once, with its line in the audit log; what depends on the mode follows. */
async function change({ owner, by, line, decide }: Change, ports: BrakePorts): Promise<PolicyAnswer> {
  const { brakes, clock, jira } = ports;
  const projectId = owner === 'site' ? null : await jira.projectId(owner.project);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await brakes.read(owner === 'site' ? owner : { ...owner, id: projectId });
    const at = clock.now();
    const next = decide(stored.brakes, at);
    // Ended meanwhile, or ended before: it is as was asked.
    if (next === 'brake-not-on') return getPolicy(owner, ports);
    if (typeof next === 'string') return refuse(next);
    const version = stored.version + 1;
    const told: AuditEntry = {
      ...line,
      id: `brake:${owner === 'site' ? 'site.default' : owner.project}:${version}`,
      at,
      by,
      ...(owner !== 'site' && { projectKey: owner.project }),
    };
    const outcome = await brakes.write(
      stored.home,
      { version, brakes: next, ...(projectId !== null && { projectId }) },
      told,
    );
    if (outcome === 'conflict') continue;
    await rewind(owner, { coversMore: false }, ports);
    return getPolicy(owner, ports);
  }
  throw new CallRefused({ code: 'busy', message: refusalText('busy') });
}

/**
 * Everything to observe until a moment: in a project, or on the whole site. It ends by itself.
 *
 * @throws CallRefused `invalid` for an end that has passed or is too far away, `busy`
 */
export const applyBrake = (
  { owner, by, until, reason }: { owner: PolicyOwner; by: AccountId; until: Instant; reason: string },
  ports: BrakePorts,
): Promise<PolicyAnswer> =>
  change(
    {
      owner,
      by,
      line: { act: 'brake-applied', reason, until },
      decide: (brakes, at) => apply(brakes, { at, by, reason, until }),
    },
    ports,
  );

/**
 * Ends a brake of this owner before its time; where none is on, nothing happens.
 *
 * @throws CallRefused `busy`
 */
export const liftBrake = (
  { owner, by }: { owner: PolicyOwner; by: AccountId },
  ports: BrakePorts,
): Promise<PolicyAnswer> =>
  change(
    { owner, by, line: { act: 'brake-lifted' }, decide: (brakes, at) => lift(brakes, { at, by }) },
    ports,
  );
