/**
 * Who may make a call, as Jira knows them. What they may then do is the domain's to say.
 * - `item`: may browse the work item of the panel
 * - `item-or-provider`: may browse it, or is the provider of the agreement named in the call
 * - `item-or-addressee`: may browse it, or was asked to decide the question named in the call
 * - `person`: anybody logged in, for what is their own
 * - `project`: may browse the project of the page
 * - `project-admin`: administers that project
 * - `site-admin`: administers Jira
 * - `named-item-admin`: may browse the work item named in the call, and administers its project or Jira
 * - `workflow-admin`: administers the project named in the call or, where none is named, Jira
 */
export type Access =
  | 'item'
  | 'item-or-provider'
  | 'item-or-addressee'
  | 'person'
  | 'project'
  | 'project-admin'
  | 'site-admin'
  | 'named-item-admin'
  | 'workflow-admin';
