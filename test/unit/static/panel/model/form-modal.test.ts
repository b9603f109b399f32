import { outcomeIn, requestIn, sizeFor } from '../../../../../static/panel/model/form-modal';

test('a page in a modal finds which form it is, at which checkpoint, and what was typed before', () => {
  const modal = {
    form: { kind: 'decline', agreementId: 'A1' },
    checkpoint: 'start',
    drafts: { 'APP-1:u:decline:A1': '{}' },
  };
  expect(requestIn({ type: 'jira:issuePanel', modal })).toEqual(modal);
});

test.each([
  ['no modal', {}],
  ['another modal', { modal: { kind: 'decline' } }],
  ['a form without a kind', { modal: { form: {}, checkpoint: 'start' } }],
  [
    'a form about something that is no id',
    { modal: { form: { kind: 'decline', agreementId: 7 }, checkpoint: 'start' } },
  ],
  ['a waiver without rules', { modal: { form: { kind: 'waive' }, checkpoint: 'start' } }],
  ['a request without a beginning', { modal: { form: { kind: 'request' }, checkpoint: 'start' } }],
  ['a checkpoint that does not exist', { modal: { form: { kind: 'check-in' }, checkpoint: 'middle' } }],
])('%s is no form to show', (_, extension) => {
  expect(requestIn(extension)).toBeNull();
});

test('drafts that are no texts are left out', () => {
  const modal = { form: { kind: 'check-in' }, checkpoint: 'finish', drafts: { a: 'x', b: 1 } };
  expect(requestIn({ modal })?.drafts).toEqual({ a: 'x' });
});

test('a modal that was closed without sending gives no outcome', () => {
  const refused = { ok: false, error: { code: 'forbidden', message: 'No.' } };
  for (const payload of [
    undefined,
    null,
    'closed',
    {},
    { answer: refused, said: 'Saved' },
    { answer: { ok: true } },
  ])
    expect(outcomeIn(payload)).toBeNull();
});

test('what a form was sent with comes back as it was given', () => {
  const payload = { answer: { ok: true, seen: 4 }, said: 'Asked Tomasz.' };
  expect(outcomeIn(payload)).toEqual(payload);
});

test('long forms get the larger modal', () => {
  expect(sizeFor({ kind: 'request', prefill: {} })).toBe('large');
  expect(sizeFor({ kind: 'decline', agreementId: 'A1' })).toBe('medium');
});
