import { useState } from 'react';
import { LoadProblem } from '../../ui/call-problem';
import { Choice } from '../../ui/choice';
import { Disclosure } from '../../ui/disclosure';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider, useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { projectKeyOf } from '../project';
import './texts';
import './handoffs.css';
import { AgreementList } from './agreement-list';
import { MatrixTable } from './matrix-table';
import { PairList } from './pair-list';
import { useHandoffsView, type HandoffsViewState } from './use-handoffs-view';
import { useNarrow } from './use-narrow';

/** Below this there is no room for a matrix, in CSS pixels. */
const MATRIX_NEEDS = 600;

/** What teams owe each other, as a matrix or, where it is narrow, as a list. */
export function HandoffsView() {
  const view = useHandoffsView();
  const [box, isNarrow] = useNarrow(MATRIX_NEEDS);
  const { all, shown, items, now, state } = view;
  const isFirst = state === 'loading' && items === 0;
  return (
    <NowProvider value={now}>
      <section className="hf-report" aria-labelledby="hf-handoffs" ref={box}>
        <div>
          <h2 id="hf-handoffs" className="hf-heading">
            <Text id="handoffs.heading" />
          </h2>
          <p className="hf-subtle">
            <Text id={isNarrow ? 'handoffs.introList' : 'handoffs.intro'} />
          </p>
        </div>
        <Choices {...view} />
        {typeof state === 'object' && <LoadProblem problem={state} onRetry={view.retry} />}
        {isFirst ? <Loading /> : <Summary {...view} />}
        {view.notKnown > 0 && (
          <p className="hf-report-not-known">
            <Text id="handoffs.notKnown" values={{ count: view.notKnown }} />
          </p>
        )}
        <NothingToShow {...view} />
        {shown.pairs.length > 0 && <Shown view={view} isNarrow={isNarrow} />}
        {all.pairs.length > 0 && <Definition />}
      </section>
    </NowProvider>
  );
}

function Choices({ scope, setScope, show, setShow }: HandoffsViewState) {
  const t = useText();
  return (
    <div className="hf-report-toolbar">
      <Choice
        label={t('handoffs.scope')}
        value={scope}
        options={[
          { value: 'policy', label: t('report.scopePolicy') },
          { value: 'all', label: t('report.scopeAll') },
        ]}
        onChange={setScope}
      />
      <Choice
        label={t('handoffs.show')}
        value={show}
        options={[
          { value: 'all', label: t('handoffs.showAll') },
          { value: 'weak', label: t('handoffs.showWeak') },
        ]}
        onChange={setShow}
      />
    </div>
  );
}

function Loading() {
  const t = useText();
  return (
    <div role="status" aria-label={t('handoffs.loading')}>
      <SkeletonLines lines={6} />
    </div>
  );
}

function Summary({ all, weak, items, state }: HandoffsViewState) {
  if (all.pairs.length === 0) return null;
  return (
    <p role="status">
      <Text id="handoffs.summary" values={{ handoffs: all.pairs.length, items, weak: weak.pairs.length }} />{' '}
      {state === 'loading' && (
        <span className="hf-subtle">
          <Text id="handoffs.loadedItems" values={{ items }} />
        </span>
      )}
    </p>
  );
}

/** Why nothing is shown, once everything was read. */
function NothingToShow({ all, shown, items, notKnown, state }: HandoffsViewState) {
  const t = useText();
  if (state !== 'done' || shown.pairs.length > 0) return null;
  // Where no item could be looked at, nothing proves that nothing is asked.
  if (items === 0 && notKnown > 0) return null;
  return all.pairs.length === 0 ? (
    <EmptyState title={t('handoffs.emptyTitle')}>
      <Text id="handoffs.emptyBody" values={{ items }} />
    </EmptyState>
  ) : (
    <EmptyState title={t('handoffs.noneWeakTitle')}>
      <Text id="handoffs.noneWeakBody" />
    </EmptyState>
  );
}

function Shown({ view, isNarrow }: { view: HandoffsViewState; isNarrow: boolean }) {
  const { extension } = useSurroundings();
  const { chosen, cell, choose, close, expectedHours, matrix, people, shown } = view;
  const list = chosen && cell && (
    <AgreementList chosen={chosen} cell={cell} people={people} onClose={close} />
  );
  const parts = { people, expectedHours, chosen: chosen?.name ?? null, onChoose: choose };
  return isNarrow ? (
    <PairList {...parts} pairs={shown.pairs} renderChosen={() => list} />
  ) : (
    <>
      <MatrixTable {...parts} shown={shown} matrix={matrix} projectKey={projectKeyOf(extension)} />
      {list}
    </>
  );
}

function Definition() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure label={t('handoffs.definition')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <p className="hf-small">
        <Text id="handoffs.definitionBody" />
      </p>
    </Disclosure>
  );
}
