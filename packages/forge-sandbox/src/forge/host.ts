import { randomUUID } from 'node:crypto';
import type { Actor, AppHost, JiraDouble, ValidatorAnswer, ValidatorEvent } from '../kernel';
import { durationMs, STRICT, type Switches } from '../switches';
import type { AppParts } from './app-parts';
import { consume } from './consumer';
import { deliveriesOf, type ProductEvent } from './events';
import type { FunctionRunner, Outcome } from './functions';
import type { HostOptions } from './host-options';
import { createRunner } from './host-runner';
import type { Installation } from './installation';
import { licenceOf } from './licence';
import type { ProductCall } from './jira-gateway';
import { KvsStore, type KvsSnapshot } from './kvs/store';
import type { AppManifest } from './manifest';
import { fetchForPage } from './page-fetch';
import { PointsMeter } from './points';
import { TRIGGER_MAX_RETRIES } from './queue/limits';
import type { QueueSnapshot } from './queue/event';
import { EventQueue } from './queue/queue';
import { runDynamicProperties, type DynamicProperties } from './dynamic-properties';
import { runResolver, type InvokeRequest } from './resolver';
import { Timeline } from './timeline';
import { runSchedule, runTrigger } from './triggers';
import { runValidator } from './validator';

export interface HostSnapshot {
  readonly kvs: KvsSnapshot;
  readonly queue: QueueSnapshot;
  readonly triggers: QueueSnapshot;
  readonly schedules: ReturnType<Timeline['snapshot']>;
}

/** How Jira's product events are named. */
const OF_JIRA = 'avi:jira:';

/** One installation of the app: its records, queue, schedules and warm functions. A reset builds a new one. */
export class ForgeHost implements AppHost {
  readonly appId: string;
  readonly environmentId: string;
  readonly environmentType: Installation['environmentType'];
  readonly customFields: AppManifest['customFields'];
  readonly kvs: KvsStore;
  readonly queue: EventQueue;
  /** Jira's points of the running hour. */
  readonly points: PointsMeter;
  private readonly timeline: Timeline;
  private readonly runner: FunctionRunner;
  /** Product and life cycle events on their way to triggers; their queue's name is the trigger's key. */
  private readonly triggers: EventQueue;
  private readonly switches: () => Switches;
  private jiraDouble: JiraDouble | undefined;

  constructor(private readonly options: HostOptions) {
    const { manifest, installation, clock, faults } = options;
    this.appId = installation.appId;
    this.environmentId = installation.environmentId;
    this.environmentType = installation.environmentType;
    this.customFields = manifest.customFields;
    this.switches = options.switches ?? (() => STRICT);
    this.kvs =
      options.records ??
      new KvsStore(manifest.entities, clock, {
        absentKey: () => this.switches().absentKey,
        ...options.kvs,
      });
    this.points = new PointsMeter(clock, this.switches);
    this.queue = new EventQueue(
      clock,
      faults,
      (event, origin) => consume(this.parts(), event, origin),
      options.autoDrain ?? true,
    );
    this.triggers = new EventQueue(
      clock,
      faults,
      (event) => runTrigger(this.parts(), event),
      true,
      TRIGGER_MAX_RETRIES,
    );
    this.timeline = new Timeline({
      manifest,
      clock,
      // What triggers send on is delivered after them.
      queues: [this.triggers, this.queue],
      runSchedule: (moduleKey, functionKey) => runSchedule(this.parts(), moduleKey, functionKey),
    });
    this.runner = createRunner(options, () => ({
      jira: this.jira,
      kvs: this.kvs,
      queue: this.queue,
      points: this.points,
    }));
  }

  /** Jira and the app's host need each other; the host comes first. */
  attach(jira: JiraDouble): void {
    this.jiraDouble = jira;
  }

  get jira(): JiraDouble {
    if (this.jiraDouble === undefined) throw new Error('No Jira is attached to this host.');
    return this.jiraDouble;
  }

  /** Runs a resolver as the bridge does. @throws InvokeError */
  invoke(request: InvokeRequest): Promise<unknown> {
    return runResolver({ ...this.parts(), jira: this.jira }, request);
  }

  /** What a module's `dynamicProperties` say to a person. @throws InvokeError */
  properties(request: Omit<InvokeRequest, 'functionKey' | 'payload'>): Promise<DynamicProperties> {
    const { onProblem } = this.options;
    return runDynamicProperties({ ...this.parts(), jira: this.jira, onProblem }, request);
  }

  validate(moduleKey: string, event: ValidatorEvent): Promise<ValidatorAnswer> {
    return runValidator(this.parts(), moduleKey, event);
  }

  /** Events reach the app after the request that caused them, never within it; Jira's own are late besides. */
  emit(eventType: string, payload: ProductEvent['payload'], actor?: Actor): void {
    const deliveries = deliveriesOf(
      this.options.manifest,
      { eventType, payload, actor },
      {
        licensed: this.switches().licence !== 'inactive',
        onFilterError: (moduleKey, problem) => this.options.onProblem(`filter of ${moduleKey}`, problem),
      },
    );
    const delayMs = eventType.startsWith(OF_JIRA) ? (durationMs(this.switches().eventDelay) ?? 0) : 0;
    for (const { moduleKey, event } of deliveries)
      this.triggers.push(moduleKey, randomUUID(), [{ body: event, delayInSeconds: delayMs / 1000 }]);
  }

  /** Events that have happened and have not reached the app yet. */
  pendingEvents(): ReturnType<EventQueue['pending']> {
    return this.triggers.pending();
  }

  /** A Jira call the browser side makes through the bridge: as the person, with the manifest's scopes, on the record. */
  fetchProduct(moduleKey: string, accountId: string, call: ProductCall): Promise<Response> {
    return fetchForPage({ ...this.options, jira: this.jira }, moduleKey, accountId, call);
  }

  /** Fires a scheduled trigger by hand. Undefined when the manifest has none of that key. */
  async fire(moduleKey: string): Promise<Outcome | undefined> {
    const trigger = this.options.manifest.schedules.find(({ key }) => key === moduleKey);
    return trigger === undefined ? undefined : runSchedule(this.parts(), trigger.key, trigger.functionKey);
  }

  /** Runs events and queue until nothing is left that could run now. */
  async drain(): Promise<void> {
    const busy = ({ due, running }: ReturnType<EventQueue['depth']>): boolean => due + running > 0;
    do {
      await this.triggers.drain();
      await this.queue.drain();
    } while (busy(this.triggers.depth()));
  }

  /** Lives through simulated time, see Timeline. @throws RangeError when `target` is past. */
  moveTo(target: number): Promise<readonly string[]> {
    return this.timeline.moveTo(target);
  }

  /** Runs what became due while a ticking clock ran on. */
  catchUp(): Promise<void> {
    return this.timeline.catchUp();
  }

  /** Restarts the count to the next scheduled triggers, as a deployment does. */
  restartSchedules(): void {
    this.timeline.restart();
  }

  /** Makes the next call of every function a cold start. */
  cool(): void {
    this.runner.cool();
  }

  nextRuns(): ReturnType<Timeline['nextRuns']> {
    return this.timeline.nextRuns();
  }

  /** Records, queues and schedules. */
  snapshot(): HostSnapshot {
    return {
      kvs: this.kvs.snapshot(),
      queue: this.queue.snapshot(),
      triggers: this.triggers.snapshot(),
      schedules: this.timeline.snapshot(),
    };
  }

  restore({ kvs, queue, triggers, schedules }: HostSnapshot): void {
    this.kvs.restore(kvs);
    this.queue.restore(queue);
    this.triggers.restore(triggers);
    this.timeline.restore(schedules);
  }

  /** Goes on where the version before stopped; what was not due yet is lost. */
  takeOver({ queue, triggers, schedules }: Omit<HostSnapshot, 'kvs'>): void {
    this.queue.restore(queue);
    this.queue.loseDelayed();
    this.triggers.restore(triggers);
    this.timeline.restore(schedules);
  }

  close(): void {
    this.timeline.close();
    this.queue.close();
    this.triggers.close();
    this.runner.close();
  }

  private parts(): AppParts {
    const { manifest, installation } = this.options;
    return { manifest, installation, runner: this.runner, licence: () => licenceOf(this.switches()) };
  }
}
