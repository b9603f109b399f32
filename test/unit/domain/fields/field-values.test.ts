import fc from 'fast-check';
import { fieldValues, GATE_WORDS } from '../../../../src/domain/fields/field-values';
import { replay } from '../../../../src/domain/charter/evolve';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import type { AgreementStatus } from '../../../../src/domain/charter/agreement/agreement';
import { isUnderPolicy } from '../../../../src/domain/gate/coverage';
import { evaluate, nextCheckpoint } from '../../../../src/domain/gate/evaluate';
import { charter, instant, item, policy } from '../../../support/arbitraries';
import { NOW } from '../../../support/charter-spec';
import {
  acknowledged,
  asked,
  nominated,
  owner,
  reassigned,
  refused,
  renegotiated,
  turnedDown,
  waived,
} from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { epic, ofType, STORY } from '../../../support/items';
import { upTo } from '../../../support/life';
import { COO, OPS, PLATFORM } from '../../../support/people';
import { enforcing } from '../../../support/policies';
import { subjectWith, type SubjectSpec } from '../../../support/subject';

const valuesOf = (history: readonly CharterEvent[], spec: SubjectSpec = {}, now = NOW) =>
  fieldValues(subjectWith({ charter: replay(history), ...spec }), now);

const inStatus = (category: 'new' | 'indeterminate' | 'done') =>
  epic({ status: { id: category, name: category, category } });

const subject = fc.record({ charter, item, policy }).map((spec) => subjectWith(spec));
const RUNS = { numRuns: 1_000 };

describe('the Gate field', () => {
  it('says what the gate answers at the next step, of whatever item under whatever policy', () => {
    const met = new Set<string | null>();
    fc.assert(
      fc.property(subject, instant, (one, now) => {
        const { gate } = fieldValues(one, now);
        const { verdict, strictVerdict, waived: waivedOnes } = evaluate(one, nextCheckpoint(one.item), now);
        met.add(gate);
        if (one.item.status.category === 'done') {
          expect(gate).toBeNull();
          return;
        }
        const isCovered = isUnderPolicy(one.policy, one.item.type);
        expect(gate === 'Not under policy').toBe(!isCovered);
        if (!isCovered) return;
        // It is refused, or would be under enforce, or something is to look at, or nothing is.
        expect(gate === 'Blocked').toBe(verdict === 'block');
        if (gate === 'Ready') expect([strictVerdict, verdict]).toEqual(['pass', 'pass']);
        if (gate === 'Warned') expect(strictVerdict).not.toBe('pass');
        if (gate === 'Waived') {
          expect(strictVerdict).not.toBe('block');
          expect(waivedOnes.some(({ severity }) => severity === 'block')).toBe(true);
        }
      }),
      RUNS,
    );
    expect([...met].sort()).toEqual([...GATE_WORDS, null].sort());
  });

  it.each([
    ['Blocked', 'enforce', []],
    ['Warned', 'coach', []],
    ['Warned', 'observe', []],
    ['Ready', 'enforce', [...owner(COO), asked('A1'), acknowledged('A1')]],
    ['Ready', 'observe', [...owner(COO), asked('A1'), acknowledged('A1')]],
  ] as const)('reads %s under %s', (word, mode, history) => {
    const { gate } = valuesOf(history, {
      policy: { ...enforcing, mode },
    });
    expect(gate).toBe(word);
  });

  it('reads Waived where a waiver alone lets it pass', () => {
    const rules = ['owner.missing', 'dependencies.undeclared'] as const;
    expect(valuesOf([waived({ rules })]).gate).toBe('Waived');
  });

  it('reads as the item above does where an item follows it', () => {
    const story = epic({ issueKey: 'EXP-2', ...ofType(STORY) });
    const follows = policyWith('block', {}, { childrenFollow: true });
    const above = subjectWith({ policy: follows });
    expect(valuesOf([], { item: story, policy: follows, above }).gate).toBe('Blocked');
    expect(valuesOf([], { item: story, policy: follows }).gate).toBe('Not under policy');
  });

  it('is empty once the work is done, whatever is missing', () => {
    expect(valuesOf([], { item: inStatus('done') }).gate).toBeNull();
  });
});

describe('the people in the fields', () => {
  it('are the accepted DRI, and a nominee as somebody who is waited for', () => {
    expect(valuesOf(owner(COO))).toMatchObject({ dri: COO, waitingFor: [] });
    expect(valuesOf([nominated(COO)])).toMatchObject({ dri: null, waitingFor: [COO] });
  });

  it('are everyone whose answer is missing, once', () => {
    const history = [
      nominated(PLATFORM),
      asked('A1'),
      asked('A2', { deliverable: 'B' }),
      asked('A3', { providerAccountId: OPS }),
      asked('A4', { providerAccountId: 'u-done' }),
      acknowledged('A4'),
      asked('A5', { providerAccountId: 'u-no' }),
      refused('A5'),
    ];
    expect(valuesOf(history)).toMatchObject({ waitingFor: [PLATFORM, OPS], promisedBy: ['u-done'] });
  });

  it.each([
    ['requested', [PLATFORM]],
    ['countered', [COO]],
    ['acknowledged', []],
    ['delivered', [COO]],
    ['accepted', []],
    ['declined', []],
    ['withdrawn', []],
  ] as const)(
    'are, while an agreement is %s, those whose turn it is: %j',
    (state: AgreementStatus, whose) => {
      expect(valuesOf(upTo[state]).waitingFor).toEqual(whose);
    },
  );

  it('are the side that did not propose another day, and the new provider after a handover', () => {
    const promised = upTo.acknowledged;
    expect(valuesOf([...promised, renegotiated('A1')]).waitingFor).toEqual([COO]);
    const byRequester = renegotiated('A1', { by: COO, side: 'requester' });
    expect(valuesOf([...promised, byRequester]).waitingFor).toEqual([PLATFORM]);
    expect(valuesOf([...promised, reassigned('A1')]).waitingFor).toEqual([OPS]);
  });

  it('are nobody while nobody owns the item', () => {
    expect(valuesOf([...upTo.delivered, turnedDown(COO)]).waitingFor).toEqual([]);
  });
});

describe('the numbers and the day', () => {
  it.each([
    ['requested', 0, 1, null],
    ['countered', 0, 1, null],
    ['acknowledged', 1, 0, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
    ['delivered', 1, 0, null],
    ['accepted', 0, 0, null],
    ['declined', 0, 0, null],
    ['withdrawn', 0, 0, null],
  ] as const)('count an agreement that is %s', (state, openPromises, unanswered, nextPromiseDue) => {
    expect(valuesOf(upTo[state])).toMatchObject({ openPromises, unanswered, nextPromiseDue });
  });

  it('name the earliest of several days, and count another day that was asked for', () => {
    const history = [
      ...owner(COO),
      asked('A1'),
      acknowledged('A1', { committedBy: '2026-12-20' }),
      asked('A2', { deliverable: 'B' }),
      acknowledged('A2', { committedBy: '2026-12-04' }),
      renegotiated('A1'),
    ];
    expect(valuesOf(history)).toMatchObject({
      nextPromiseDue: '2026-12-04',
      openPromises: 2,
      unanswered: 1,
    });
  });

  it('stand at nought under policy, and are empty outside it where nobody ever said anything', () => {
    expect(valuesOf([])).toMatchObject({ openPromises: 0, unanswered: 0, onTrack: 'Not said' });
    const outside = { item: epic(ofType(STORY)) };
    expect(valuesOf([], outside)).toMatchObject({ openPromises: null, unanswered: null, onTrack: null });
    expect(valuesOf(owner(COO), outside)).toMatchObject({ openPromises: 0, onTrack: 'Not said' });
  });
});

describe('what the owner said', () => {
  const said = (onTrack: boolean, by = COO, at = NOW): CharterEvent => ({
    type: 'check-in-submitted',
    at,
    by,
    onTrack,
    biggestRisk: 'The vendor is slow',
    needs: [],
    reviewed: [],
  });

  it.each([
    ['Yes', [...owner(COO), said(true)]],
    ['No', [...owner(COO), said(true), said(false)]],
    ['Not said', owner(COO)],
    ['Not said', [nominated(OPS)]],
    ['Not said', [...owner(COO), said(false), turnedDown(COO)]],
  ] as const)('reads %s', (word, history) => {
    expect(valuesOf(history).onTrack).toBe(word);
  });

  it('speaks for nobody else, and not of work that is done', () => {
    expect(valuesOf([...owner(COO), said(false), ...owner(OPS)]).onTrack).toBe('Not said');
    expect(valuesOf([...owner(COO), said(true)], { item: inStatus('done') }).onTrack).toBeNull();
  });
});

describe('the Escalation field', () => {
  const request = [...owner(COO), asked('A1', { at: '2026-11-20T09:00:00.000Z' })];
  it('says how far a clock that ran out was told, and nothing before it did', () => {
    const { escalation } = valuesOf(request, {}, '2026-11-20T10:00:00.000Z');
    expect(escalation).toBeNull();
    const later = ['2026-11-21', '2026-11-24', '2026-12-24'].map(
      (day) => valuesOf([...request], {}, `${day}T18:00:00.000Z`).escalation,
    );
    expect(later.at(-1)).toMatch(/told$/);
    expect(new Set(later).size).toBeGreaterThan(1);
  });
});
