import fc, { type AsyncCommand } from 'fast-check';
import { actors, asked, owners } from './cast';
import { openTo, STEPS, type Deal, type Step, type Verb, type Words } from './arrows';
import { live, type App } from './calls';
import type { Life } from './model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Choices {
  readonly who: number;
  /** By the person whose turn it is, where it is anybody's. */
  readonly right: boolean;
  readonly asProvider: boolean;
  readonly which: number;
  /** About an agreement that does not exist. */
  readonly astray: boolean;
  readonly person: number;
  readonly inDays: number;
  readonly scope: string;
  readonly flag: boolean;
  readonly other: boolean;
  readonly odd: Words['odd'];
}

const choices = fc.record<Choices>({
  who: fc.nat({ max: actors.length - 1 }),
  right: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  asProvider: fc.boolean(),
  which: fc.oneof(fc.constant(0), fc.nat({ max: 2 })),
  astray: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, fc.constant(true)),
  person: fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 3 }) }, fc.nat({ max: asked.length - 1 })),
  inDays: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 4, arbitrary: fc.integer({ min: -2, max: 1 }) },
    {
      // Around three years ahead, the furthest day there is.
      weight: 1,
      arbitrary: fc.integer({ min: 1094, max: 1100 }),
    },
  ),
  scope: fc.constantFrom('A cluster', 'A contract'),
  flag: fc.boolean(),
  other: fc.boolean(),
  odd: fc.oneof(
    { weight: 20, arbitrary: fc.constant(null) },
    fc.constantFrom('own-issue' as const, 'no-such-issue' as const, 'answer' as const),
  ),
});

class Attempt implements AsyncCommand<Life, App> {
  private told = '';

  constructor(
    private readonly wish: Verb | 'next',
    private readonly chosen: Choices,
  ) {}

  check(): boolean {
    return true;
  }

  async run(life: Life, app: App): Promise<void> {
    const { who, right, which, astray, person, inDays, scope, flag, other, odd } = this.chosen;
    const deal = astray ? undefined : life.deals[which % Math.max(life.deals.length, 1)];
    const verb = this.wish === 'next' ? this.next(life, deal) : this.wish;
    const actor = (right ? this.rightOne(life, verb, deal) : undefined) ?? actors[who] ?? 'u-coo';
    const words: Words = {
      agreementId: deal?.id ?? 'A9',
      person: (verb === 'dri/nominate' ? owners[person] : asked[person]) ?? 'u-gone',
      date: new Date(life.now + inDays * DAY).toISOString().slice(0, 10),
      scope,
      flag,
      other,
      odd,
    };
    this.told = `${actor} ${verb} ${JSON.stringify(words)}`;
    await live(life, app, actor, verb, words);
  }

  toString(): string {
    return this.told || this.wish;
  }

  /** A step the agreement's state is open to; a request where there is nothing to take a step with. */
  private next(life: Life, deal: Deal | undefined): Verb {
    if (!life.owner) return 'dri/nominate';
    if (!life.owner.accepted) return 'dri/accept';
    if (!deal) return 'agreement/request';
    const fitting = STEPS.filter((step) => Object.values(openTo(step)).flat().includes(deal.status)).filter(
      (step) => step !== 'agreement/withdraw' || this.chosen.who === 0,
    );
    const answering: Step = 'agreement/answer-renegotiation';
    if (deal.proposal && this.chosen.person % 3 > 0) return answering;
    const open = fitting.filter((step) => step !== answering);
    return open[(this.chosen.who + this.chosen.person) % Math.max(open.length, 1)] ?? 'agreement/request';
  }

  private rightOne(life: Life, verb: Verb, deal: Deal | undefined): string | undefined {
    switch (verb) {
      case 'dri/nominate':
      case 'agreement/request':
        return 'u-cto';
      case 'dri/accept':
      case 'dri/decline':
      case 'dependencies/declare-none':
        return life.owner?.who;
      default:
        return deal && life.rightOne(verb, deal, this.chosen.asProvider ? 'provider' : 'requester');
    }
  }
}

class Wait implements AsyncCommand<Life, App> {
  constructor(private readonly hours: number) {}

  check(): boolean {
    return true;
  }

  run(life: Life, app: App): Promise<void> {
    life.now += this.hours * HOUR;
    app.setTime(life.now);
    return Promise.resolve();
  }

  toString(): string {
    return `wait ${this.hours} h`;
  }
}

const attempt = (wish: Verb | 'next'): fc.Arbitrary<AsyncCommand<Life, App>> =>
  choices.map((chosen) => new Attempt(wish, chosen));

const wait: fc.Arbitrary<AsyncCommand<Life, App>> = fc
  .integer({ min: 1, max: 100 })
  .map((hours) => new Wait(hours));

/** Lives of work items: whoever tries whatever, most of it apt, with hours or days between. */
export const lives = fc.commands(
  [
    ...Array.from({ length: 14 }, () => attempt('next')),
    ...STEPS.map(attempt),
    attempt('dri/nominate'),
    attempt('dri/accept'),
    attempt('dri/decline'),
    attempt('dependencies/declare-none'),
    attempt('agreement/request'),
    attempt('agreement/request'),
    wait,
    wait,
    wait,
    wait,
  ],
  { maxCommands: 24, size: 'max' },
);

/** How most work items begin: left to chance, most sequences would never get past it. */
export const openings: fc.Arbitrary<readonly (readonly [who: string, verb: Verb])[]> = fc.constantFrom(
  [],
  [
    ['u-cto', 'dri/nominate'],
    ['u-coo', 'dri/accept'],
  ],
  [
    ['u-cto', 'dri/nominate'],
    ['u-coo', 'dri/accept'],
    ['u-coo', 'agreement/request'],
  ],
  [
    ['u-cto', 'dri/nominate'],
    ['u-coo', 'dri/accept'],
    ['u-coo', 'agreement/request'],
    ['u-outsider', 'agreement/acknowledge'],
  ],
  [
    ['u-cto', 'dri/nominate'],
    ['u-coo', 'dri/accept'],
    ['u-coo', 'agreement/request'],
    ['u-outsider', 'agreement/acknowledge'],
    ['u-outsider', 'agreement/renegotiate'],
  ],
);

/** What is said in an opening. */
export const openingWords = (verb: Verb, life: Life): Words => ({
  agreementId: 'A1',
  person: verb === 'dri/nominate' ? 'u-coo' : 'u-outsider',
  date: new Date(life.now + (verb === 'agreement/renegotiate' ? 9 : 3) * DAY).toISOString().slice(0, 10),
  scope: 'A cluster',
  flag: true,
  other: true,
  odd: null,
});
