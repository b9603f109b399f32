/** One thing somebody did to an epic. */
export type Step =
  | {
      readonly kind: 'create';
      readonly summary: string;
      readonly priority: string;
      readonly due: number | null;
    }
  | { readonly kind: 'assign'; readonly to: string | null }
  | { readonly kind: 'move'; readonly by: Transition }
  /** `due`: day of the year. */
  | { readonly kind: 'due'; readonly due: number }
  /** `epic`: number of the one that is blocked, or related. */
  | { readonly kind: 'link'; readonly type: 'Blocks' | 'Relates'; readonly epic: number }
  | { readonly kind: 'comment'; readonly text: string };

export type Transition = 'Start' | 'Review' | 'Send back' | 'Finish' | 'Reopen' | 'Park';

export interface Told {
  /** Number of the epic, from 1, in the order in which they were created. */
  readonly epic: number;
  /** Day of the year, from 0. */
  readonly day: number;
  readonly who: string;
  readonly step: Step;
}

const short = {
  start: 'Start',
  review: 'Review',
  back: 'Send back',
  finish: 'Finish',
  reopen: 'Reopen',
  park: 'Park',
} as const satisfies Record<string, Transition>;

/**
 * An epic's life in a line each: `day who what`. What is a transition, `@person` for an assignee (`@-` for none),
 * `due DAY`, `blocks N`, `relates N`, or a comment in quotes. The first line is `day who summary | priority | due day`.
 */
const lives = [
  `0 u-coo Customer portal, first release | High | 140
   2 u-coo @u-product
   9 u-product start
   44 u-product "Accounts work end to end on staging. Orders are next."
   88 u-product due 160
   120 u-product review
   127 u-cto back
   127 u-cto "Password reset still writes the address into the log."
   148 u-product review
   155 u-cto finish`,
  `0 u-cto Single sign-on for customers | High | 80
   1 u-cto @u-platform
   2 u-product blocks 1
   4 u-platform start
   58 u-platform review
   63 u-cto finish`,
  `7 u-ops Order status without a phone call | Medium | 120
   8 u-ops @u-ops
   36 u-ops start
   92 u-ops @u-platform
   110 u-platform review
   116 u-ops finish`,
  `15 u-sales Price lists per country | Medium | 100
   17 u-sales @u-sales
   24 u-sales start
   52 u-sales park
   52 u-sales "Waiting for finance to settle the currencies."
   94 u-sales start
   95 u-sales due 170
   158 u-sales review
   165 u-coo finish`,
  `28 u-marketing Brand refresh | Medium | 150
   30 u-marketing @u-marketing
   49 u-marketing start
   130 u-marketing review
   144 u-coo finish`,
  `43 u-platform Move the database to the new region | Highest | 130
   43 u-cto @u-platform
   45 u-platform start
   47 u-ops blocks 3
   84 u-platform "Dry run took nine hours. We need it under four."
   109 u-platform due 150
   134 u-platform review
   137 u-cto finish
   141 u-ops reopen
   141 u-ops "Two reports read from the old replica."
   148 u-platform finish`,
  `64 u-ops Returns in one step | Low | 220
   66 u-ops @u-ops
   120 u-ops start
   190 u-ops review
   204 u-product finish`,
  `71 u-sales Partner accounts | High | 200
   72 u-sales @u-sales
   79 u-sales start
   83 u-sales relates 1
   133 u-sales @u-product
   134 u-product "Taking this over, Diego is on the Mexico launch."
   169 u-product due 230
   210 u-product review
   217 u-sales back
   224 u-product review
   232 u-sales finish`,
  `92 u-coo Launch in Mexico | Highest | 260
   93 u-coo @u-sales
   100 u-sales start
   108 u-sales relates 4
   176 u-sales "Legal entity registered. Bank account takes four to six weeks."
   212 u-sales due 290
   277 u-sales review
   284 u-coo finish`,
  `107 u-cto Second payment provider | High | 240
   109 u-cto @u-platform
   112 u-sales blocks 9
   121 u-platform start
   185 u-platform review
   192 u-cto back
   220 u-platform review
   227 u-cto finish`,
  `128 u-product Help centre that answers | Medium | 270
   130 u-product @u-marketing
   156 u-marketing start
   240 u-marketing @u-product
   268 u-product review
   280 u-ops finish`,
  `149 u-ops Warehouse in the Nordics | Medium | 330
   154 u-ops @u-ops
   183 u-ops start
   246 u-ops "The landlord wants three years. We want one."
   287 u-ops due 380
   322 u-ops park
   343 u-ops start`,
  `170 u-product Self-service onboarding | High | 300
   171 u-product @u-product
   178 u-product start
   180 u-product relates 11
   253 u-product due 340
   315 u-product review
   326 u-cto back
   340 u-product review`,
  `184 u-cto Rate limits on the public API | Medium | 250
   184 u-cto @u-platform
   205 u-platform start
   236 u-platform review
   239 u-cto finish`,
  `206 u-marketing Newsletter people read | Low | 310
   212 u-marketing @u-marketing
   247 u-marketing start
   301 u-marketing @-
   302 u-marketing park`,
  `226 u-coo Compliance review for India | High | 350
   227 u-coo @u-product
   246 u-product start
   250 u-product relates 6
   308 u-product "Outside counsel answered two of five questions."
   336 u-product due 400`,
  `254 u-sales Reference customers | Medium | 360
   255 u-sales @u-sales
   281 u-sales start
   282 u-marketing blocks 18`,
  `268 u-marketing Campaign for the new markets | High | 390
   274 u-marketing @u-marketing
   296 u-marketing start
   350 u-marketing "Cannot print a name nobody has agreed to."`,
  `310 u-platform Event stream for order status | Medium | 420
   312 u-cto @u-platform
   317 u-ops blocks 12`,
  `344 u-coo Support around the clock | High | 450
   346 u-ops relates 3`,
];

const parseStep = (what: string): Step => {
  const word = what.split(' ')[0] ?? '';
  const rest = what.slice(word.length + 1);
  if (what.startsWith('"')) return { kind: 'comment', text: what.slice(1, -1) };
  if (what.startsWith('@')) return { kind: 'assign', to: what === '@-' ? null : what.slice(1) };
  if (word === 'due') return { kind: 'due', due: Number(rest) };
  if (word === 'blocks') return { kind: 'link', type: 'Blocks', epic: Number(rest) };
  if (word === 'relates') return { kind: 'link', type: 'Relates', epic: Number(rest) };
  const by = Object.entries(short).find(([name]) => name === what)?.[1];
  if (by === undefined) throw new Error(`Nobody knows what "${what}" does to an epic.`);
  return { kind: 'move', by };
};

const parseLife = (life: string, index: number): Told[] =>
  life.split('\n').map((line, at) => {
    const [day = '', who = '', ...words] = line.trim().split(' ');
    const what = words.join(' ');
    const [summary = '', priority = '', due = ''] = what.split(' | ');
    const step: Step =
      at === 0
        ? { kind: 'create', summary, priority, due: due === '' ? null : Number(due) }
        : parseStep(what);
    return { epic: index + 1, day: Number(day), who, step };
  });

/** The year, each epic's life in order; not yet in the order of days. */
export const year: readonly Told[] = lives.flatMap(parseLife);
