import { useMemo, useState } from 'react';
import { handoffMatrix } from '../../../src/domain/report/handoffs/matrix';
import { LoadProblem } from '../../ui/call-problem';
import { Choice } from '../../ui/choice';
import { Disclosure } from '../../ui/disclosure';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider, useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import type { Scope } from '../view/view-state';
import { projectKeyOf } from '../project';
import './texts';
import './handoffs.css';
import { AgreementList } from './agreement-list';
import { MatrixTable } from './matrix-table';
import { cellNamed, shownOf } from './model/shown';
import { PairList } from './pair-list';
import { useHandoffs } from './use-handoffs';
import { useNarrow } from './use-narrow';
import type { Chosen } from './words';

/** Below this there is no room for a matrix, in CSS pixels. */
const MATRIX_NEEDS = 600;

/** What teams owe each other, as a matrix or, where it is narrow, as a list. */
export function HandoffsView() {
  const t = useText();
  const { extension } = useSurroundings();
  const [scope, setScope] = useState<Scope>('policy');
  const [show, setShow] = useState<'all' | 'weak'>('all');
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isDefined, setDefined] = useState(false);
  const [box, isNarrow] = useNarrow(MATRIX_NEEDS);
  const { handoffs, expectedHours, people, now, state } = useHandoffs(scope, attempt);
  const matrix = useMemo(() => handoffMatrix(handoffs), [handoffs]);
  const all = useMemo(() => shownOf(matrix, { onlyWeak: false, expectedHours }), [matrix, expectedHours]);
  const weak = useMemo(() => shownOf(matrix, { onlyWeak: true, expectedHours }), [matrix, expectedHours]);
  const shown = show === 'weak' ? weak : all;

  const close = () => {
    const name = chosen?.name;
    setChosen(null);
    if (name !== undefined) {
      document.querySelector<HTMLElement>(`[data-handoff="${CSS.escape(name)}"]`)?.focus();
    }
  };
  const choose = (next: Chosen) => (next.name === chosen?.name ? close() : setChosen(next));
  const cell = chosen && cellNamed(chosen.name, matrix);
  const list = cell && <AgreementList chosen={chosen} cell={cell} people={people} onClose={close} />;
  const isFirst = state === 'loading' && handoffs.items === 0;
  const isEmpty = state === 'done' && all.pairs.length === 0;
  const parts = { people, expectedHours, chosen: chosen?.name ?? null, onChoose: choose };
  return (
    <NowProvider value={now}>
      <section className="hf-report" aria-labelledby="hf-handoffs" ref={box}>
        <div>
          <h2 id="hf-handoffs" className="hf-handoffs-heading">
            <Text id="handoffs.heading" />
          </h2>
          <p className="hf-subtle">
            <Text id={isNarrow ? 'handoffs.introList' : 'handoffs.intro'} />
          </p>
        </div>
        <div className="hf-report-toolbar">
          <Choice
            label={t('handoffs.scope')}
            value={scope}
            options={[
              { value: 'policy', label: t('report.scopePolicy') },
              { value: 'all', label: t('report.scopeAll') },
            ]}
            onChange={(next) => {
              setChosen(null);
              setScope(next);
            }}
          />
          <Choice
            label={t('handoffs.show')}
            value={show}
            options={[
              { value: 'all', label: t('handoffs.showAll') },
              { value: 'weak', label: t('handoffs.showWeak') },
            ]}
            onChange={(next) => {
              setChosen(null);
              setShow(next);
            }}
          />
        </div>
        {typeof state === 'object' && (
          <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
        )}
        {isFirst && (
          <div role="status" aria-label={t('handoffs.loading')}>
            <SkeletonLines lines={6} />
          </div>
        )}
        {!isFirst && all.pairs.length > 0 && (
          <p role="status">
            <Text
              id="handoffs.summary"
              values={{ handoffs: all.pairs.length, items: handoffs.items, weak: weak.pairs.length }}
            />{' '}
            {state === 'loading' && (
              <span className="hf-subtle">
                <Text id="handoffs.loadedItems" values={{ items: handoffs.items }} />
              </span>
            )}
          </p>
        )}
        {isEmpty && (
          <EmptyState title={t('handoffs.emptyTitle')}>
            <Text id="handoffs.emptyBody" values={{ items: handoffs.items }} />
          </EmptyState>
        )}
        {!isEmpty && state === 'done' && shown.pairs.length === 0 && (
          <EmptyState title={t('handoffs.noneWeakTitle')}>
            <Text id="handoffs.noneWeakBody" />
          </EmptyState>
        )}
        {shown.pairs.length > 0 &&
          (isNarrow ? (
            <PairList {...parts} pairs={shown.pairs} renderChosen={() => list} />
          ) : (
            <>
              <MatrixTable {...parts} shown={shown} matrix={matrix} projectKey={projectKeyOf(extension)} />
              {list}
            </>
          ))}
        {all.pairs.length > 0 && (
          <Disclosure
            label={t('handoffs.definition')}
            isOpen={isDefined}
            onToggle={() => setDefined(!isDefined)}
          >
            <p className="hf-small">
              <Text id="handoffs.definitionBody" />
            </p>
          </Disclosure>
        )}
      </section>
    </NowProvider>
  );
}
