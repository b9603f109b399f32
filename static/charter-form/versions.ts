import { isPromised, type Agreement } from '../../src/domain/charter/agreement/agreement';
import type { Charter } from '../../src/domain/charter/charter';
import type { Subject } from '../../src/domain/charter/conflict';
import type { PlainTextId } from '../ui/text';

/** A fact as somebody saw it: its label, and a value to be worded by its kind. */
export interface VersionFact {
  readonly label: PlainTextId;
  readonly kind: 'text' | 'date' | 'person' | 'status' | 'count';
  readonly value: string;
}

/** What a form's subject looked like at one moment. */
export type Version = readonly VersionFact[];

export interface Difference {
  readonly label: PlainTextId;
  /** Absent: it was not there then, or is not there any more. */
  readonly was: VersionFact | undefined;
  readonly is: VersionFact | undefined;
}

type Maybe = readonly [PlainTextId, VersionFact['kind'], string | undefined];

const present = (facts: readonly Maybe[]): Version =>
  facts.flatMap(([label, kind, value]) => (value === undefined ? [] : [{ label, kind, value }]));

function agreementVersion(agreement: Agreement): Version {
  const counter = agreement.status === 'countered' ? agreement.counter : undefined;
  const renegotiation = agreement.status === 'acknowledged' ? agreement.renegotiation : undefined;
  return present([
    ['panel.columnState', 'status', agreement.status],
    ['panel.columnWho', 'person', agreement.providerAccountId],
    ['panel.requestWhat', 'text', agreement.deliverable],
    ['panel.acceptance', 'text', agreement.acceptance],
    ['panel.requestBy', 'date', agreement.neededBy],
    ['conflict.promisedFor', 'date', isPromised(agreement) ? agreement.committedBy : undefined],
    ['agreement.offeredBy', 'date', counter?.committedBy],
    ['agreement.offered', 'text', counter?.deliverable],
    ['agreement.newDate', 'date', renegotiation?.committedBy],
    ['panel.providerIssue', 'text', agreement.providerIssueKey],
    ['agreement.rounds', 'count', `${agreement.rounds}`],
    ['conflict.returned', 'count', `${agreement.rework}`],
  ]);
}

/** The part of a charter that a command is about, as facts to lay side by side. */
export function versionOf(charter: Charter, subject: Subject): Version {
  const { authority, brief, dri } = charter;
  const owner: readonly Maybe[] = [
    ['panel.owner', 'person', dri?.accountId],
    ['panel.columnState', 'status', dri?.status],
  ];
  switch (subject.kind) {
    case 'agreement': {
      const agreement = charter.agreements.find(({ id }) => id === subject.agreementId);
      return agreement ? agreementVersion(agreement) : [];
    }
    case 'owner':
      return present(owner);
    case 'authority':
      return present([
        ...owner,
        ['panel.grantDecisions', 'text', authority?.decisions],
        ['panel.grantBoundaries', 'text', authority?.boundaries],
        ['panel.grantInputs', 'text', authority?.inputs],
        ['panel.grantEscalate', 'text', authority?.escalateWhen],
        ['panel.grantExpires', 'date', authority?.expiresOn],
      ]);
    case 'brief':
      return present([
        ['brief.outcome', 'text', brief?.outcome],
        ['brief.whyNow', 'text', brief?.whyNow],
        ['brief.successMeasure', 'text', brief?.successMeasure],
        ['brief.reviewOn', 'date', brief?.reviewOn],
      ]);
    // Nobody else writes these; what they say stands in the panel already.
    case 'waivers':
    case 'check-ins':
    case 'questions':
    case 'gaps':
    case 'review':
    case 'vital':
      return [];
    case 'dependencies':
    case 'request':
      return present([
        ['conflict.declaredNone', 'person', charter.noDependencies?.declaredBy],
        ['conflict.declaredNoFurther', 'person', charter.noFurtherDependencies?.declaredBy],
        ['panel.agreements', 'count', `${charter.agreements.length}`],
      ]);
  }
}

/** What differs between two versions, in the order of the newer one. */
export function differences(was: Version, is: Version): readonly Difference[] {
  const labels = [...new Set([...is, ...was].map(({ label }) => label))];
  const of = (version: Version, label: PlainTextId) => version.find((fact) => fact.label === label);
  return labels
    .map((label) => ({ label, was: of(was, label), is: of(is, label) }))
    .filter((one) => one.was?.value !== one.is?.value);
}
