import { moduleType } from './module-type';
import { shownSchema } from './shown';

export const projectPage = moduleType({
  type: 'jira:projectPage',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main'],
  shown: { slot: 'page', page: { menu: 'project', path: '/page' } },
});
