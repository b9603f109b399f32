import fc from 'fast-check';
import { together } from '../../../src/domain/report/backtest/figures';
import type { PastItem } from '../../../src/domain/report/backtest/past-item';
import { replayItem } from '../../../src/domain/report/backtest/replay-item';
import { CHECKPOINTS, RULES, SEVERITIES } from '../../../src/domain/policy/rules';
import { waitedFor } from '../../../src/domain/changelog/link-words';
import { blockersAfter, heldAfter } from '../../../src/domain/changelog/reading';
import type { ChangedField, ItemChange } from '../../../src/domain/changelog/change';
import { siteDefault, type Policy, type RuleSeverities } from '../../../src/domain/policy/policy';
import { singleField, somebody } from '../../support/items';
import { COO, CTO, GONE } from '../../support/people';
import { assigned, DOING, DONE, linked, moved, past, pastWorld, TODO, unlinked } from '../../support/pasts';

const RUNS = { numRuns: 150, seed: 20261122 };
const period = { from: '2026-01-01', to: '2026-12-31' };
const OWNERS = [null, COO, CTO, GONE] as const;
const KEYS = ['PLAT-1', 'PLAT-2'] as const;

/** A life lived forwards: each step changes the owner, the status or a link, and is written down as Jira does. */
interface Lived {
  readonly item: PastItem;
  /** What was true after each change. */
  readonly states: readonly { readonly owner: string | null; readonly blockers: readonly string[] }[];
}

type Step =
  | { readonly kind: 'owner'; readonly to: string | null }
  | { readonly kind: 'status'; readonly to: string }
  | { readonly kind: 'link'; readonly key: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...OWNERS).map((to) => ({ kind: 'owner' as const, to })),
  fc.constantFrom(TODO, DOING, DONE).map((to) => ({ kind: 'status' as const, to })),
  fc.constantFrom(...KEYS).map((key) => ({ kind: 'link' as const, key })),
);

function live(
  steps: readonly Step[],
  firstOwner: string | null,
  firstLinks: readonly string[],
  number: number,
): Lived {
  let owner = firstOwner;
  let status: string = TODO;
  let links = [...firstLinks];
  const changes: ItemChange[] = [];
  const states: { owner: string | null; blockers: readonly string[] }[] = [];
  steps.forEach((one, index) => {
    let field: ChangedField;
    if (one.kind === 'owner') {
      if (one.to === owner) return;
      field = assigned(owner, one.to);
      owner = one.to;
    } else if (one.kind === 'status') {
      if (one.to === status) return;
      field = moved(status, one.to);
      status = one.to;
    } else {
      const { key } = one;
      const has = links.includes(key);
      field = has ? unlinked(key) : linked(key);
      links = has ? links.filter((other) => other !== key) : [...links, key];
    }
    const at = new Date(Date.UTC(2026, 0, 2 + index * 3, 9)).toISOString();
    changes.push({ id: String(index), at, by: COO, fields: [field] });
    states.push({ owner, blockers: links });
  });
  const item = past(changes, {
    issueId: String(number),
    issueKey: `EXP-${number}`,
    statusId: status,
    ownerField: owner === null ? singleField() : singleField(somebody(owner)),
    blockerKeys: links,
  });
  return { item, states };
}

const lived = fc
  .record({
    steps: fc.array(step, { maxLength: 14 }),
    owner: fc.constantFrom(...OWNERS),
    links: fc.subarray([...KEYS]),
    number: fc.nat(400),
  })
  .map(({ steps, owner, links, number }) => live(steps, owner, links, number));

const world = pastWorld({
  blockers: new Map(
    KEYS.map((key) => [
      key,
      { issueId: key, summary: key, createdAt: '2025-01-01T00:00:00.000Z', statusId: DOING, changes: [] },
    ]),
  ),
});
const severities = fc.record(
  Object.fromEntries(
    RULES.map((rule) => [
      rule,
      fc.record({ start: fc.constantFrom(...SEVERITIES), finish: fc.constantFrom(...SEVERITIES) }),
    ]),
  ),
) as fc.Arbitrary<RuleSeverities>;
const policies: fc.Arbitrary<Policy> = severities.map((rules) => ({
  ...siteDefault,
  ownerSource: { kind: 'assignee' },
  rules,
}));
const blocked = (items: readonly PastItem[], policy: Policy): readonly number[] => {
  const { verdicts } = together(items.map((item) => replayItem(item, policy, period, world)));
  return CHECKPOINTS.map((checkpoint) => verdicts[checkpoint].block);
};

it('undoing changes from today back finds what living forwards left', () => {
  fc.assert(
    fc.property(lived, ({ item, states }) => {
      states.forEach(({ owner, blockers }, index) => {
        const held = heldAfter(item.changes, index, 'assignee');
        const today = item.ownerField?.candidates.map((one) =>
          one.kind === 'person' ? one.accountId : '',
        )[0];
        expect(held === 'as-today' ? (today ?? null) : held.id).toBe(owner);
        expect([...blockersAfter(item.changes, index, item.blockerKeys, waitedFor)].sort()).toEqual(
          [...blockers].sort(),
        );
      });
    }),
    RUNS,
  );
});

it('pages in any split and order give the same figures', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(lived, { selector: ({ item }) => item.issueKey, maxLength: 6 }),
      policies,
      fc.nat(6),
      (lives, policy, cut) => {
        const each = lives.map(({ item }) => replayItem(item, policy, period, world));
        const whole = together(each);
        expect(together([...each].reverse())).toEqual(whole);
        expect(together([together(each.slice(cut)), together(each.slice(0, cut))])).toEqual(whole);
      },
    ),
    RUNS,
  );
});

it('a stricter policy never stops fewer moves', () => {
  fc.assert(
    fc.property(
      fc.array(lived, { maxLength: 5 }),
      policies,
      fc.constantFrom(...RULES),
      fc.constantFrom(...CHECKPOINTS),
      (lives, policy, rule, checkpoint) => {
        const items = lives.map(({ item }) => item);
        const stricter = {
          ...policy,
          rules: { ...policy.rules, [rule]: { ...policy.rules[rule], [checkpoint]: 'block' as const } },
        };
        const [before, after] = [blocked(items, policy), blocked(items, stricter)];
        after.forEach((count, place) => expect(count).toBeGreaterThanOrEqual(before[place] ?? 0));
      },
    ),
    RUNS,
  );
});

it('every move is counted once: judged, reopened, elsewhere or unclear', () => {
  fc.assert(
    fc.property(lived, policies, ({ item }, policy) => {
      const { moves, verdicts, unclear } = replayItem(item, policy, period, world);
      for (const checkpoint of CHECKPOINTS) {
        const { pass, warn, block } = verdicts[checkpoint];
        expect(pass + warn + block).toBe(moves[checkpoint]);
      }
      const all = item.changes.filter(({ fields }) => fields[0]?.fieldId === 'status').length;
      expect(moves.start + moves.finish + moves.reopen + moves.other + unclear).toBe(all);
    }),
    RUNS,
  );
});
