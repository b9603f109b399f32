import type { ForgeFieldModule } from '../../kernel';

/** What one value of a field is; `list` fields hold several of them. */
export type BaseType =
  | 'string'
  | 'richtext'
  | 'number'
  | 'user'
  | 'group'
  | 'date'
  | 'datetime'
  | 'option'
  | 'object'
  | 'priority'
  | 'component'
  | 'version'
  | 'issue'
  | 'security'
  | 'resolution';

export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

export interface Field {
  readonly id: string;
  /** For Forge fields `<appId>__<ENVIRONMENT>__<moduleKey>`, else the id. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly custom: boolean;
  readonly navigable: boolean;
  readonly clauseNames: readonly string[];
  readonly schema: FieldSchema;
  /** Absent for what Jira computes itself (status, created, subtasks …). */
  readonly value?: { readonly base: BaseType; readonly list: boolean };
  /** People and scripts may set it over REST. */
  readonly editable: boolean;
  /** The app's module behind a Forge field. */
  readonly forge?: ForgeFieldModule;
}
