/** What a policy weighs, and how: the gate's rules, in the gate's own words. */
export { LISTED, RULES, type Listed, type RuleId } from '../gate/rules';
export { CHECKPOINTS, MODES, SEVERITIES, type Checkpoint, type Mode, type Severity } from '../gate/severity';
