import type { AppHost, Clock, JiraDouble } from '../kernel';
import { STRICT, type Switches } from '../switches';
import { automate, joinAutomation, type AutomationAction, type AutomationOutcome } from './automation';
import { createBuilder, type Builder } from './admin/build';
import { seedCatalog } from './admin/catalog';
import { createView, type View } from './admin/view';
import { cloneIssue } from './clone';
import { installApp } from './install';
import { JiraStore, type JiraSnapshot } from './model/store';
import { operations } from './operations';
import { createRouter } from './router';
import type { Issue } from './model/types';
import { INSTALLED_APP, type AppAccount, type Site } from './site';
import { toldTo, type Told } from './told';

export { adfOf, adfText } from './adf';
export { JiraError } from './errors';
export type { Builder } from './admin/build';
export type { Board, Card, RuleView, View } from './admin/view';
export type {
  Issue,
  Notice,
  Project,
  Status,
  Transition,
  User,
  ValidatorRule,
  Workflow,
} from './model/types';

export interface JiraOptions {
  readonly clock: Clock;
  /** The installed app; may come later through `setHost`. */
  readonly host?: AppHost;
  /** The account and name the app goes by on the site. */
  readonly app?: AppAccount;
  /** Origin of links and avatars, without a trailing slash; `setBaseUrl` changes it once the port is known. */
  readonly baseUrl?: string;
  /** How long search lags behind writes, in milliseconds of simulated time. 0 by default: it sees them at once. */
  readonly indexLagMs?: number;
  /** How strict the site is; as strict as can be by default. */
  readonly switches?: () => Switches;
}

/** The double with what the shell, the seeds and the import need beside REST. */
export interface Jira extends JiraDouble, Builder, View {
  /** Installs (or replaces) the app: its account, its custom fields, its validators and its events. */
  setHost(host: AppHost): void;
  setBaseUrl(baseUrl: string): void;
  /** Forgets everything but what a new site comes with and the installed app. */
  reset(): void;
  /** Everything the site knows; it shares its objects with the site, so write or copy it at once. */
  snapshot(): JiraSnapshot;
  /** Becomes the site that a snapshot was taken of, with the app that is installed now. */
  restore(snapshot: JiraSnapshot): void;
  readonly appAccountId: string;
  /** Clones an issue as a person. @throws JiraError */
  clone(accountId: string, idOrKey: string): Issue;
  /** Runs one action of an automation rule; the rule's log says what came of it. */
  automate(action: AutomationAction): Promise<AutomationOutcome>;
  /** What the account was told since an instant (milliseconds), newest last; undefined for one the site does not have. */
  told(accountId: string, since: number): readonly Told[] | undefined;
}

/** A Jira Cloud site in memory. Everything it knows hangs off the object returned. */
export function createJira(options: JiraOptions): Jira {
  let host = options.host;
  let baseUrl = options.baseUrl ?? 'http://localhost:3000';
  const store = new JiraStore(() => options.clock.now(), options.indexLagMs ?? 0);
  const site: Site = {
    store,
    clock: options.clock,
    baseUrl: () => baseUrl,
    host: () => host,
    app: options.app ?? INSTALLED_APP,
    switches: options.switches ?? (() => STRICT),
  };
  seedCatalog(store);
  if (host) installApp(site, host);
  const handle = createRouter(site, operations());
  return {
    handle,
    automate(action) {
      joinAutomation(store);
      return automate({ handle }, action);
    },
    ...createBuilder(site),
    ...createView(site),
    appAccountId: site.app.accountId,
    clone: (accountId, idOrKey) => cloneIssue(site, accountId, idOrKey),
    told: (accountId, since) => toldTo(site, accountId, since),
    setHost(next) {
      host = next;
      installApp(site, next);
    },
    setBaseUrl(next) {
      baseUrl = next.replace(/\/$/, '');
    },
    snapshot: () => store.snapshot(),
    restore(snapshot) {
      store.restore(snapshot);
      if (host) installApp(site, host);
    },
    reset() {
      store.clear();
      seedCatalog(store);
      if (host) installApp(site, host);
    },
  };
}
