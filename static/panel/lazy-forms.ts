/** Forms that stand in the page: where Jira opens no modal, and for a provider who may not see the work item. */
export { PanelForm } from './forms/panel-form';
export { ProviderView } from './provider-view';
