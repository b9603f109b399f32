/** Words for the refusals that are not the domain's. */
export const refusalWords = {
  'unknown-call': 'Holdfast has no such call. Reload the page; it may be older than the app.',
  'not-found': 'This does not exist, or you may not see it.',
  'not-allowed': 'Only administrators of this project can change this. Ask one of them.',
  'not-project-admin':
    'Only administrators of this work item’s project, or of Jira, can try a rule on it. Ask one of them.',
  'not-workflow-admin':
    'Only those who administer this project, or Jira where projects share the workflow, can ask this. Ask one of them.',
  'not-site-admin': 'Only Jira administrators can see and change the policy of the site. Ask one of them.',
  'unknown-people':
    'Somebody named in the policy is not a person Jira knows. Take them off, or pick someone from the list.',
  anonymous: 'Log in to Jira first.',
  'no-context': 'This call belongs to a work item or a project, and the page named none. Reload it.',
  busy: 'Many people are changing this work item right now. Nothing was saved; try again.',
  'changed-meanwhile':
    'Somebody else saved this policy since you opened it. Nothing was overwritten; reload to see their version.',
  'programme-changed':
    'Somebody else changed this programme since you opened it. Nothing was overwritten; reload to see where it stands.',
  'no-programme': 'No programme is running in this project. Start one first.',
  'programme-running':
    'A programme is running already. It ends with its decision, and then another can start.',
  'too-many': 'Choose three at most: few things are held firmly.',
  'nothing-chosen': 'Choose at least one.',
  'nothing-turned-on':
    'Nothing was turned on in this programme, so there is nothing to keep or to change. Record the small change first, or stop.',
  'turned-on-before': 'This was saved before the programme began. Name a change of the policy made since.',
  'no-such-change':
    'That version of the policy did not make this change. Reload the page, and pick one from the list.',
  'charter-full':
    'This work item’s record is full, and nothing was saved. Split the work item, or ask for fewer and shorter agreements.',
  'jira-too-many':
    'Jira asks Holdfast to wait: too many questions in this hour. Nothing was changed; try again later.',
  'jira-refused':
    'Jira refuses Holdfast something this needs. Nothing was changed, and waiting does not help: ask a Jira administrator whether the app has its permissions.',
  'jira-broken-question':
    'Jira does not know something that the policy names. Nothing was changed, and waiting does not help: look at what the Holdfast policy names.',
  unavailable: 'Jira or our storage did not answer. Nothing was changed; try again in a minute.',
  internal: 'Something went wrong on our side. Nothing was changed; try again, and tell us if it stays.',
} as const;

const inputWords: Readonly<Record<string, string>> = {
  required: 'is needed',
  'too-long': 'is too long',
  'too-many': 'has too many entries',
  'not-a-date': 'must be a date such as 2026-12-01',
  'not-a-time': 'must be a time such as 09:00',
  'not-a-time-zone': 'must be a time zone such as Europe/Berlin',
  'ends-before-it-begins': 'must be later than the time work begins',
  'before-start': 'must not be before the first day',
  'rungs-out-of-order': 'must name its steps in the order they come',
  'not-an-issue-key': 'must be an issue key such as PLAT-1',
  'not-an-instant': 'must be a moment such as 2026-12-01T12:00:00Z',
  'not-an-escalation-id': 'must be a question such as E1',
  'not-a-gap-id': 'must be a gap such as G1',
  'not-a-waiver-id': 'must be a waiver such as W1',
  'not-an-agreement-id': 'must be an agreement such as A1',
  'not-an-id': 'must be an id of Jira such as 10000',
  'not-a-work-item-type': 'must be a work item type: its id or its name',
  'not-a-link': 'must be a link type with its side, or the words of that side',
  'not-a-cursor': 'must be the cursor of the page before; begin again without it',
  'not-a-ref': 'must be a ref as commitments/list gives it',
  'unknown-key': 'is not part of this call; leave it out',
  'not-a-field-id': 'must be a field id such as customfield_10050',
};

/** What is wrong with an input, naming it. `reason` is the schema's code, or its own message; `limit` the most characters it takes. */
export const wordInvalid = (field: string | undefined, reason: string, limit?: number): string => {
  const why =
    reason === 'too-long' && limit !== undefined
      ? `is too long: at most ${limit} characters fit`
      : (inputWords[reason] ?? 'is not what this call expects');
  return field === undefined
    ? 'The request is not what this call expects. Reload the page and try again.'
    : `“${field}” ${why}.`;
};

/**
 * Why a dependency gave nothing to go by, each with its own way out. `messages` are Jira's own words about what it did
 * not understand.
 */
export function wordUnavailable({
  dependency,
  failure,
  until,
  messages,
}: {
  readonly dependency: 'jira' | 'storage' | 'queue';
  readonly failure: 'no-answer' | 'too-many' | 'refused' | 'broken-question';
  readonly until?: string | undefined;
  readonly messages: readonly string[];
}): string {
  if (dependency !== 'jira' || failure === 'no-answer') return refusalWords.unavailable;
  const said = messages.length === 0 ? '' : ` Jira said: ${messages.join(' ')}`;
  const when = until === undefined ? '' : ` It may be asked again after ${until.slice(11, 16)} UTC.`;
  return `${refusalWords[`jira-${failure}`]}${when}${said}`;
}

/** Something a policy names that Jira does not have, and what there is instead. */
export function wordUnknownName(
  what: 'type' | 'link' | 'field',
  name: string,
  known: readonly string[],
): string {
  const things = { type: 'work item type', link: 'link of this site', field: 'field of this site' }[what];
  const some = [...new Set(known)].slice(0, 12);
  const instead = some.length === 0 ? '' : ` There is: ${some.join(', ')}${known.length > 12 ? ', …' : ''}.`;
  return `“${name}” is no ${things} that Jira knows. Take it out of the policy, or choose another.${instead}`;
}
