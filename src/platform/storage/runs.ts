import { kvs } from '@forge/kvs';
import type { Run, Runs } from '../../app/report/ports';
import type { ProjectPolicy } from '../../app/subject/project-items';
import { asking } from './kvs-failure';
import { digestOf } from '../digest';
import { completed } from './policy-record';

/** Another version of the app may have begun the run. */
const ofThisVersion = ({ policy, ...project }: ProjectPolicy): ProjectPolicy => ({
  ...project,
  policy: { ...completed(policy, policy.version, 'project'), decidedBy: policy.decidedBy },
});

/** Which run of a report is under way, as plain keys that end by themselves. */
export const runs: Runs = {
  nameOf: (words) => digestOf(words.join('\n')),

  async current(name) {
    const found = await asking(() => kvs.get<Run>(`run:${name}`));
    return found && { ...found, known: found.known && ofThisVersion(found.known) };
  },

  start: (name, run) =>
    asking(async () => {
      await kvs.set(`run:${name}`, run, { ttl: { value: 1, unit: 'HOURS' } });
    }),

  end: (name) => asking(() => kvs.delete(`run:${name}`)),
};
