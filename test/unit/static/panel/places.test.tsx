import '../support/bridge';
import type { ReactNode } from 'react';
import type { CharterAnswer } from '../../../../src/contract/answers';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { AgreementsSection } from '../../../../static/panel/agreements/agreements-section';
import { GateSection } from '../../../../static/panel/gate/gate-section';
import { placeId, placeOf } from '../../../../static/panel/model/places';
import { OwnerSection } from '../../../../static/panel/owner/owner-section';
import { PanelProvider } from '../../../../static/panel/panel-context';
import { PanelForms } from '../../../../static/panel/panel-forms';
import { markupOf } from '../support/render';
import { accepted, answerFor, nominated, requested } from './model/answers';
import { panelOf } from './model/panel-of';

// Only its name and its weight are of interest here.
jest.mock('@atlaskit/button/default/button', () => ({
  __esModule: true,
  default: ({ appearance, children }: { appearance?: string; children?: ReactNode }) => (
    <button data-weight={appearance}>{children}</button>
  ),
}));

/** The panel but for what comes after its first paint. */
const panel = (answer: CharterAnswer) => (
  <PanelProvider value={panelOf(answer)}>
    <PanelForms>
      <GateSection />
      <OwnerSection />
      <AgreementsSection />
    </PanelForms>
  </PanelProvider>
);

const declined: CharterEvent = {
  type: 'agreement-declined',
  at: '2026-11-23T08:30:00.000Z',
  by: 'provider',
  agreementId: 'A1',
  reason: 'Not this year',
  alternativeAccountId: 'other',
};
const blocker = { issueId: '77', issueKey: 'PLAT-7', summary: 'A cluster', done: false } as const;
const owned = [nominated, accepted];

const scenes: readonly (readonly [string, string, CharterAnswer])[] = [
  ['nobody owns it', 'Nominate a DRI', answerFor('editor', [])],
  ['the nominee is asked', 'Accept', answerFor('dri', [nominated])],
  ['the owner has asked for nothing yet', 'Ask for an agreement', answerFor('dri', owned)],
  ['the provider is asked', 'Acknowledge', answerFor('provider', [...owned, requested('A1')])],
  [
    'the provider declined and named somebody',
    'Ask someone else',
    answerFor('dri', [...owned, requested('A1'), declined]),
  ],
  [
    'something in the way is promised by nobody',
    'Make it an agreement',
    answerFor('dri', owned, { blockers: [blocker] }),
  ],
];

interface Action {
  readonly verb: string;
  readonly isPrimary: boolean;
}

/** What the reader is offered to do. */
const actionsIn = (markup: string): readonly Action[] =>
  [...markup.matchAll(/<button data-weight="(\w+)">([^<]*)/g)].map(([, weight, verb = '']) => ({
    verb,
    isPrimary: weight === 'primary',
  }));

describe.each(scenes)('%s', (_, first, answer) => {
  const markup = markupOf(panel(answer));
  const findings = (answer.gates?.start.findings ?? []).flatMap(({ finding }) => finding ?? []);

  test('every finding leads to a place the panel has', () => {
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      const place = placeOf(finding);
      if (place === 'follow') continue;
      expect([finding.rule, markup.includes(`id="${placeId(place)}"`)]).toEqual([finding.rule, true]);
    }
  });

  test('no action is offered twice', () => {
    const verbs = actionsIn(markup).map(({ verb }) => verb);
    expect(verbs).not.toEqual([]);
    expect(verbs).toEqual([...new Set(verbs)]);
  });

  test('one button is primary, of what comes first', () => {
    expect(actionsIn(markup).flatMap(({ verb, isPrimary }) => (isPrimary ? [verb] : []))).toEqual([first]);
  });
});
