import { adminPage } from './admin-page';
import { consumer } from './consumer';
import { customField } from './custom-field';
import { dashboardGadget } from './dashboard-gadget';
import { globalPage } from './global-page';
import { issueContext } from './issue-context';
import { issuePanel } from './issue-panel';
import type { ModuleType } from './module-type';
import { projectPage } from './project-page';
import { projectSettingsPage } from './project-settings-page';
import { scheduledTrigger } from './scheduled-trigger';
import type { Extension, PageAddress, Slot } from './shown';
import { trigger } from './trigger';
import { workflowValidator } from './workflow-validator';

/** Every module type the stand-in knows; what others the manifest has are passed over. */
export const moduleTypes: readonly ModuleType[] = [
  adminPage,
  consumer,
  customField,
  dashboardGadget,
  globalPage,
  issueContext,
  issuePanel,
  projectPage,
  projectSettingsPage,
  scheduledTrigger,
  trigger,
  workflowValidator,
];

const byName = new Map(moduleTypes.map((one) => [one.type, one]));

export const moduleTypeNamed = (type: string): ModuleType | undefined => byName.get(type);

/** The slot in which Jira's pages show modules of a type. */
export const slotOf = (type: string): Slot | undefined => byName.get(type)?.shown?.slot;

/** The page that a module of a type has among Jira's own. */
export const pageOf = (type: string): PageAddress | undefined => byName.get(type)?.shown?.page;

/** Types with a page of their own. */
export const pageTypes = (): readonly { readonly type: string; readonly page: PageAddress }[] =>
  moduleTypes.flatMap(({ type, shown }) => (shown?.page === undefined ? [] : [{ type, page: shown.page }]));

/** What a module of a type is told about where it stands. */
export const extensionOf = (type: string, place: Readonly<Record<string, unknown>>): Extension => ({
  type,
  ...byName.get(type)?.shown?.always,
  ...place,
});
