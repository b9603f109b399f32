export { transitionGate as handler } from './entry/transition-gate';
