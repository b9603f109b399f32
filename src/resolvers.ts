export { handler } from './entry/resolver';
