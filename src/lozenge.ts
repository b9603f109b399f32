export { lozenge as handler } from './entry/lozenge';
