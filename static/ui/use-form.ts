import { useRef, useState, type FormEvent } from 'react';
import type { CallKey, Input } from '../../src/contract/inputs';
import type { Problem } from './call';
import { checkInput, type Wrong } from './check-input';
import { dropDraft, keepDraft, readDraft } from './drafts';
import { useText, type Translate } from './text';

/** What a field of the kit takes to show one value of a form. */
interface FieldProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly error: string | undefined;
}

export interface Form<V> {
  readonly values: V;
  /** A value, the way to change it and what is wrong with it; `input` is the call's name for it, where that differs. */
  readonly field: <N extends keyof V & string>(name: N, input?: string) => FieldProps<V[N]>;
  readonly set: <N extends keyof V>(name: N, value: V[N]) => void;
  /** The inline message of a field, in words. */
  readonly errorOf: (name: string) => string | undefined;
  /** A refusal that belongs to no field, or a lost connection. */
  readonly problem: Problem | null;
  readonly sending: boolean;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

const inWords = ({ why, limit }: Wrong, t: Translate): string => {
  switch (why) {
    case 'required':
      return t('ui.errorRequired');
    case 'too-long':
      return t('ui.errorTooLong', { limit: limit ?? 0 });
    case 'not-a-date':
      return t('ui.errorDate');
    case 'not-an-issue-key':
      return t('ui.errorIssueKey');
    default:
      return t('ui.errorInvalid');
  }
};

/**
 * A form over one call of the contract: checks with the contract's own schema, sends, puts a refusal beside its
 * field, keeps what is typed until it was accepted, and moves the focus to the first answer that needs a change.
 */
export function useForm<K extends CallKey, V extends object>({
  call,
  draft,
  blank,
  answers,
  check,
  send,
  onDone,
}: {
  call: K;
  /** Names the draft; two forms with the same name share what was typed. */
  draft: string;
  blank: V;
  /** The call's input as far as it is typed. */
  answers: (values: V) => Readonly<Record<string, unknown>>;
  /** What the schema cannot say: field → message in words. */
  check?: (values: V) => Readonly<Record<string, string>>;
  /** Null when it was accepted. */
  send: (input: Input<K>, values: V) => Promise<Problem | null>;
  onDone: (values: V) => void;
}): Form<V> {
  const t = useText();
  const [values, setValues] = useState(() => readDraft(draft, blank));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<{ field: string; answer: unknown; message: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);

  const wrongIn = (typed: V): Readonly<Record<string, string>> => {
    const checked = checkInput(call, answers(typed));
    const problems = checked.ok ? [] : Object.entries(checked.problems);
    return {
      ...Object.fromEntries(problems.map(([name, why]) => [name, inWords(why, t)])),
      ...check?.(typed),
    };
  };

  const set = <N extends keyof V>(name: N, value: V[N]) => {
    const after = { ...values, [name]: value };
    setValues(after);
    keepDraft(draft, after);
    // What was pointed out goes as soon as it is put right; nothing new is pointed out while typing.
    const still = wrongIn(after);
    setErrors(Object.fromEntries(Object.entries(still).filter(([field]) => field in errors)));
    if (refused && answers(after)[refused.field] !== refused.answer) setRefused(null);
  };

  const submit = async (form: HTMLFormElement) => {
    const wrong = wrongIn(values);
    setErrors(wrong);
    setProblem(null);
    setRefused(null);
    const checked = checkInput(call, answers(values));
    if (!checked.ok || Object.keys(wrong).length > 0) return focusFirstError(form);
    setSending(true);
    const refusal = await send(checked.input, values);
    setSending(false);
    if (!refusal) {
      dropDraft(draft);
      onDone(values);
      return;
    }
    if (refusal.field !== undefined && refusal.field in { ...blank, ...answers(values) }) {
      const { field, message } = refusal;
      setRefused({ field, message, answer: answers(values)[field] });
      focusFirstError(form);
    } else {
      setProblem(refusal);
    }
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    void submit(event.currentTarget).finally(() => {
      busy.current = false;
    });
  };

  const errorOf = (name: string) => errors[name] ?? (refused?.field === name ? refused.message : undefined);

  return {
    values,
    field: (name, input = name) => ({
      value: values[name],
      onChange: (value) => set(name, value),
      error: errorOf(input),
    }),
    set,
    errorOf,
    problem,
    sending,
    onSubmit,
  };
}

function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
