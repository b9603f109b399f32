import type { AppHost, ForgeFieldModule } from '../../kernel';
import type { BaseType, Field } from './field';

/** Kinds of custom field that ship with Jira and that the double knows. */
export const pickers = {
  textfield: { base: 'string', list: false, type: 'string', label: 'Short text' },
  textarea: { base: 'richtext', list: false, type: 'string', label: 'Paragraph' },
  float: { base: 'number', list: false, type: 'number', label: 'Number' },
  datepicker: { base: 'date', list: false, type: 'date', label: 'Date' },
  datetime: { base: 'datetime', list: false, type: 'datetime', label: 'Date time' },
  labels: { base: 'string', list: true, type: 'array', items: 'string', label: 'Labels' },
  select: { base: 'option', list: false, type: 'option', label: 'Dropdown' },
  multiselect: {
    base: 'option',
    list: true,
    type: 'array',
    items: 'option',
    label: 'Select List (multiple choices)',
  },
  userpicker: { base: 'user', list: false, type: 'user', label: 'User Picker (single user)' },
  multiuserpicker: {
    base: 'user',
    list: true,
    type: 'array',
    items: 'user',
    label: 'User Picker (multiple users)',
  },
} as const satisfies Record<
  string,
  { base: BaseType; list: boolean; type: string; items?: string; label: string }
>;

export type PickerType = keyof typeof pickers;

/** A custom field as an administrator would create it; `id` is the full `customfield_NNNNN`. */
export function customField(id: string, name: string, picker: PickerType): Field {
  const kind = pickers[picker];
  const number = Number(id.replace('customfield_', ''));
  return {
    id,
    key: id,
    name,
    description: '',
    custom: true,
    navigable: true,
    clauseNames: [`cf[${number}]`, name, `${name}[${kind.label}]`],
    schema: {
      type: kind.type,
      ...('items' in kind ? { items: kind.items } : {}),
      custom: `com.atlassian.jira.plugin.system.customfieldtypes:${picker}`,
      customId: number,
    },
    value: { base: kind.base, list: kind.list },
    editable: true,
  };
}

/** The field that a `jira:customField` module becomes once the app is installed. */
export function forgeField(id: string, module: ForgeFieldModule, host: AppHost): Field {
  const number = Number(id.replace('customfield_', ''));
  const appId = host.appId.replace(/^ari:cloud:ecosystem::app\//, '');
  const list = module.collection === 'list';
  return {
    id,
    key: `${appId}__${host.environmentType}__${module.key}`,
    name: module.name,
    description: module.description,
    custom: true,
    navigable: true,
    clauseNames: [`cf[${number}]`, module.name],
    schema: {
      type: list ? 'array' : module.type,
      ...(list ? { items: module.type } : {}),
      custom: `ari:cloud:ecosystem::extension/${appId}/${host.environmentId}/static/${module.key}`,
      customId: number,
    },
    value: { base: module.type, list },
    editable: !module.readOnly,
    forge: module,
  };
}
