import { moduleType } from './module-type';
import { shownSchema } from './shown';

export const globalPage = moduleType({
  type: 'jira:globalPage',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main'],
  shown: { slot: 'page', page: { menu: 'apps', path: '/apps' } },
});
