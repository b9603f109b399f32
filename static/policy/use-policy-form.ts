import { isLapsed } from '../ui/licence';
import { useMemo, useRef, useState, type RefObject } from 'react';
import type { PolicyAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { useAnnounce } from '../ui/announcer';
import { flag } from '../ui/flags';
import type { People } from '../ui/person';
import { useText, type PlainTextId } from '../ui/text';
import { NUMBERS, type Draft, type NumberField } from './model/draft';
import type { UserField } from './model/jira-shapes';
import { stillUnknown } from './model/unknown';
import type { JiraNames } from './names';
import type { OwnerKind } from './owner-kind';
import { useEditor, type Editor, type SaveOutcome } from './use-editor';
import { useOffers, type AskedOffers, type Offers } from './use-jira';
import { useProposal } from './use-proposal';

type FieldWithError = NumberField | 'workItemTypes' | 'ownerSource';

/** What every part of the policy page works with. */
export interface PolicyFormState {
  readonly kind: OwnerKind;
  readonly projectKey: string;
  readonly editor: Editor;
  /** What Jira offers to choose from. */
  readonly offers: Offers;
  readonly fields: readonly UserField[];
  readonly names: JiraNames;
  /** What the policy names and Jira no longer has. */
  readonly unknown: Editor['unknown'];
  readonly people: People;
  readonly meet: (person: PersonFact) => void;
  readonly mayChange: boolean;
  readonly isDisabled: boolean;
  /** Another page proposed a change, and it is in the draft. */
  readonly isProposed: boolean;
  readonly change: (policy: Partial<Draft['policy']>) => void;
  /** Words for what is wrong with a field, once a save was tried. */
  readonly errorOf: (field: FieldWithError) => string | undefined;
  readonly save: () => Promise<SaveOutcome>;
  readonly follow: () => Promise<SaveOutcome>;
  /** The element whose first field in error takes the focus. */
  readonly form: RefObject<HTMLDivElement>;
}

/** The state of the policy page: the draft, what Jira offers, and what saving says. */
export function usePolicyForm(
  loaded: PolicyAnswer,
  asked: AskedOffers,
  projectKey: string,
  kind: OwnerKind,
): PolicyFormState {
  const t = useText();
  const announce = useAnnounce();
  const form = useRef<HTMLDivElement>(null);
  const offers = useOffers(asked);
  const editor = useEditor(loaded, kind === 'site' ? 'site-policy' : `policy:${projectKey}`, kind);
  const { draft, edit, base, errors, touched } = editor;
  const [people, setPeople] = useState(loaded.people);
  const mayChange = offers.mayChange !== false && !isLapsed();
  const follows = kind === 'project' && editor.inherited && !editor.deciding;
  const names = useMemo(
    () => ({
      types: Array.isArray(offers.types) ? offers.types : [],
      links: Array.isArray(offers.links) ? offers.links : [],
      byWords: loaded.byWords,
    }),
    [offers.types, offers.links, loaded.byWords],
  );
  const proposed = useProposal(editor, offers.mayChange === true && !isLapsed());

  const tell = (title: PlainTextId, body: PlainTextId) => {
    flag('success', t(title), t(body));
    announce(t(title));
  };
  return {
    kind,
    projectKey,
    editor,
    offers,
    fields: Array.isArray(offers.fields) ? offers.fields : [],
    names,
    unknown: stillUnknown(editor.unknown, base, draft.policy, names),
    people,
    meet: (person) => setPeople((known) => ({ ...known, [person.accountId]: person })),
    mayChange,
    isDisabled: !mayChange || follows,
    isProposed: proposed && touched,
    change: (policy) => edit({ ...draft, policy: { ...draft.policy, ...policy } }),
    errorOf: (field) =>
      errors.some((error) => error.field === field)
        ? t(`policy.error.${field}`, NUMBERS[field as NumberField])
        : undefined,
    save: async () => {
      const outcome = await editor.save();
      if (outcome === 'saved')
        tell('policy.savedTitle', kind === 'site' ? 'policy.siteSavedBody' : 'policy.savedBody');
      if (outcome === 'invalid') requestAnimationFrame(() => firstError(form.current)?.focus());
      return outcome;
    },
    follow: async () => {
      const outcome = await editor.follow();
      if (outcome === 'saved') tell('policy.followedTitle', 'policy.followsBody');
      return outcome;
    },
    form,
  };
}

const firstError = (form: HTMLElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]');
