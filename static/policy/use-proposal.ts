import { useEffect, useRef, useState } from 'react';
import { view } from '@forge/bridge';
import { proposalAt } from '../../src/contract/proposal-path';
import { withChanges } from './model/changes';
import { toDraft, toPolicy } from './model/draft';
import type { Editor } from './use-editor';

/**
 * Takes up the change another page proposes in the address, once, as if it had been typed here: nothing is saved.
 * Answers whether it did. The address loses the proposal, so that a reload does not make it again.
 */
export function useProposal(editor: Editor, mayChange: boolean): boolean {
  const [taken, setTaken] = useState(false);
  const latest = useRef(editor);
  latest.current = editor;
  useEffect(() => {
    if (!mayChange) return;
    let left = false;
    const take = async () => {
      const history = await view.createHistory();
      if (left || !history.location.pathname.startsWith('/try/')) return;
      const { draft, base, inherited, deciding, setDeciding, edit } = latest.current;
      const policy = toPolicy(draft, base);
      const changes = proposalAt(history.location.pathname, policy);
      history.replace({ pathname: '/', search: history.location.search });
      if (changes.length === 0) return;
      if (inherited && !deciding) setDeciding(true);
      edit(toDraft(withChanges(policy, changes)));
      setTaken(true);
    };
    // A host without addresses proposes nothing.
    take().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [mayChange]);
  return taken;
}
