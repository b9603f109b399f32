import { useRef, useState } from 'react';
import type { Input } from '../../src/contract/inputs';
import type { CharterEvent } from '../../src/domain/charter/events';
import type { Subject } from '../../src/domain/charter/conflict';
import { dropDraft, hasDraft, keepDraft, readDraft } from '../ui/drafts';
import { useForm, type Form } from '../ui/use-form';
import { useFormContext, type ChangeKey } from './form-context';
import { versionOf, type Version } from './versions';

/** What the reader had in front of them when they began to fill a form in. */
interface Opened {
  readonly seen: number | null;
  readonly version: Version;
}

/** Somebody else changed what an open form is about. */
export interface Conflict {
  /** What they did last; null for a reader who is not shown the history. */
  readonly entry: CharterEvent | null;
  readonly was: Version;
  readonly is: Version;
  /** Puts up with their change: the next sending stands on it. */
  readonly useMine: () => void;
  /** Drops what was typed and closes the form. */
  readonly takeTheirs: () => void;
}

export interface CharterForm<V> extends Form<V> {
  readonly conflict: Conflict | null;
}

/**
 * A form whose call changes a charter. It remembers, across a reload too, what it was opened on; when somebody else
 * changes that meanwhile, sending is held until the writer has seen both versions.
 */
export function useCharterForm<K extends ChangeKey, V extends object>({
  call,
  about,
  draft: name,
  said,
  ...form
}: {
  call: K;
  /** What is decided here: another's change to it is a conflict. */
  about: Subject;
  draft: string;
  blank: V;
  answers: (values: V) => Readonly<Record<string, unknown>>;
  check?: (values: V) => Readonly<Record<string, string>>;
  /** What is announced when it was accepted. */
  said: (values: V) => string;
}): CharterForm<V> {
  const context = useFormContext();
  const draft = context.draft(name);
  const openedAs = `${draft}:opened`;
  const now = (): Opened => ({ seen: context.seen, version: versionOf(context.charter, about) });
  const [first] = useState<Opened>(() => (hasDraft(draft) ? readDraft(openedAs, now()) : now()));
  const opened = useRef(first);
  const [, setTurn] = useState(0);

  const inner = useForm<K, V>({
    call,
    draft,
    ...form,
    send: (input, values) => {
      const { seen } = opened.current;
      const wanted = (seen === null ? input : { ...input, seen }) as Input<K>;
      return context.send(call, wanted, said(values));
    },
    onDone: () => {
      dropDraft(openedAs);
      context.close();
    },
  });

  const { seen } = opened.current;
  const entry = seen === null ? null : context.changedSince(seen, about);
  const refused = inner.problem?.code === 'changed-meanwhile';
  const conflict: Conflict | null =
    entry || refused
      ? {
          entry,
          was: opened.current.version,
          is: versionOf(context.charter, about),
          useMine: () => {
            // A reader without the history cannot say what they have seen; they have read the refusal.
            opened.current = entry ? now() : { ...now(), seen: null };
            keepDraft(openedAs, opened.current);
            setTurn((turn) => turn + 1);
          },
          takeTheirs: () => {
            dropDraft(draft);
            dropDraft(openedAs);
            context.close();
          },
        }
      : null;

  const set: Form<V>['set'] = (name, value) => {
    keepDraft(openedAs, opened.current);
    inner.set(name, value);
  };
  return {
    ...inner,
    set,
    field: (name, input) => ({ ...inner.field(name, input), onChange: (value) => set(name, value) }),
    conflict,
  };
}
