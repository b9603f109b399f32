/** The forms about waivers come together. */
export { EndWaiverForm } from './end-waiver-form';
export { WaiveForm } from './waive-form';
