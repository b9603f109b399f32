import { isOpen } from '../agreement/agreement';
import { declaredBy } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { notDri, stamp, unless } from '../refusals';
import { nobody } from '../tells';
import { byOwner } from '../may-follow';

interface DeclareNoFurtherDependencies {
  readonly type: 'declare-no-further-dependencies';
}

interface NoFurtherDependenciesDeclared extends Happened {
  readonly type: 'no-further-dependencies-declared';
}

/** Fewer agreements than a policy asks for are enough where the DRI says that nothing else is needed. */
export const declareNoFurtherDependencies = defineCommand<
  DeclareNoFurtherDependencies,
  NoFurtherDependenciesDeclared
>({
  type: 'declare-no-further-dependencies',
  event: 'no-further-dependencies-declared',
  subject: 'dependencies',
  affects: ['dependencies', 'request'],
  people: [],
  mayFollow: byOwner,
  tells: nobody,
  decide: (charter, _command, facts) =>
    unless(
      [
        notDri(charter, facts),
        charter.agreements.some(isOpen) ? null : { code: 'no-agreements' },
        declaredBy(charter).noFurther ? { code: 'already-declared' } : null,
      ],
      { type: 'no-further-dependencies-declared', ...stamp(facts) },
    ),
  evolve: (charter, { at, by }) => ({ ...charter, noFurtherDependencies: { declaredBy: by, at } }),
});
