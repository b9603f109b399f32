import { isOpen } from '../agreement/agreement';
import { declaredBy } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { notDri, stamp, unless } from '../refusals';
import { nobody } from '../tells';
import { byOwner } from '../may-follow';

interface DeclareNoDependencies {
  readonly type: 'declare-no-dependencies';
}

interface NoDependenciesDeclared extends Happened {
  readonly type: 'no-dependencies-declared';
}

/** "No dependencies" is a statement the DRI makes, not the absence of requests. */
export const declareNoDependencies = defineCommand<DeclareNoDependencies, NoDependenciesDeclared>({
  type: 'declare-no-dependencies',
  event: 'no-dependencies-declared',
  subject: 'dependencies',
  affects: ['dependencies', 'request'],
  people: [],
  mayFollow: byOwner,
  tells: nobody,
  decide(charter, _command, facts) {
    const count = charter.agreements.filter(isOpen).length;
    return unless(
      [
        notDri(charter, facts),
        count > 0 ? { code: 'agreements-open', count } : null,
        declaredBy(charter).none ? { code: 'already-declared' } : null,
      ],
      { type: 'no-dependencies-declared', ...stamp(facts) },
    );
  },
  evolve: (charter, { at, by }) => ({ ...charter, noDependencies: { declaredBy: by, at } }),
});
