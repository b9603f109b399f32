import type { CharterAnswer, GateView } from '../../src/contract/answers';
import { namesFrom } from '../../src/contract/wording/names';
import { localDate } from '../../src/domain/time/local-date';
import { isUnderPolicy } from '../../src/domain/gate/coverage';
import type { IssueKey } from '../../src/domain/values';
import { isBefore } from '../../src/domain/time/time';
import { bold } from '../ui/bold';
import type { call } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { DateText } from '../ui/date-text';
import { IssueLink } from '../ui/issue-link';
import { useStepText } from '../ui/reached-step';
import { SkeletonLines } from '../ui/skeleton';
import { NowProvider, useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { useCall } from '../ui/use-call';
import { useWhenSeen } from '../ui/use-when-seen';

type First = ReturnType<typeof call<'charter/get'>>;

/** What stands behind the lozenge: the step of the escalation, what comes next and whose it is, and the way to where it is done. */
export function LozengePage({ first }: { first: First }) {
  const { loaded, reload } = useCall('charter/get', {}, first);
  useWhenSeen(() => void reload());
  if (loaded.status === 'loading') return <SkeletonLines lines={3} />;
  if (loaded.status === 'failed')
    return <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />;
  return (
    <NowProvider value={loaded.data.now}>
      <LozengeDetails answer={loaded.data} />
    </NowProvider>
  );
}

export function LozengeDetails({ answer }: { answer: CharterAnswer }) {
  const t = useText();
  const stepText = useStepText();
  const { timeZone } = useSurroundings();
  const { charter, clocks, gate, item, people, policy } = answer;
  const nameOf = namesFrom(people, t('ui.unknownPerson'));
  const [next, ...others] = gate?.findings ?? [];
  const isFree = gate?.ofAncestor === undefined && !isUnderPolicy(policy, item.type);
  const checkInAt = item.status.category === 'indeterminate' ? clocks.nextCheckInAt : null;
  return (
    <div className="hf-stack">
      {clocks.rung && <p>{stepText(clocks.rung, { withCause: true })}</p>}
      {charter.dri && (
        <p>
          <Text
            id={charter.dri.status === 'accepted' ? 'lozenge.owner' : 'lozenge.nominee'}
            values={{ b: bold, person: nameOf(charter.dri.accountId) }}
          />
        </p>
      )}
      {gate === null ? (
        <p>
          <Text id={answer.gateUnknown === 'people-not-read' ? 'lozenge.notRead' : 'lozenge.notKnown'} />
        </p>
      ) : gate.ofAncestor !== undefined ? (
        <Above issueKey={gate.ofAncestor} gate={gate} />
      ) : isFree ? (
        <p>
          <Text id="lozenge.free" values={{ type: item.issueType }} />
        </p>
      ) : (
        <p>
          {next ? (
            <>
              <b>{t('lozenge.next')}</b> {next.what} {next.next}
              {others.length > 0 && ` ${t('lozenge.others', { count: others.length })}`}
            </>
          ) : (
            t('lozenge.inOrder')
          )}
        </p>
      )}
      {checkInAt !== null && (
        <p className="hf-subtle">
          <Text
            id={isBefore(answer.now, checkInAt) ? 'lozenge.checkIn' : 'lozenge.checkInDue'}
            values={{ date: <DateText date={localDate(checkInAt, timeZone)} /> }}
          />
        </p>
      )}
      <p>
        <IssueLink issueKey={item.issueKey}>{t('lozenge.panel')}</IssueLink>
      </p>
    </div>
  );
}

/** The item above that this one waits for, where what is open is settled. */
function Above({ issueKey, gate }: { issueKey: IssueKey; gate: GateView }) {
  return (
    <p>
      <Text
        id={gate.strictVerdict === 'block' ? 'lozenge.above' : 'lozenge.aboveReady'}
        values={{ above: <IssueLink issueKey={issueKey} />, mode: gate.mode }}
      />
      {gate.findings.map(({ what }, place) => (
        <span key={place}> {what}</span>
      ))}
    </p>
  );
}
