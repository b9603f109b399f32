/** How many files one more of a kind may touch: all in all, and by where they stand. */
export interface Ceilings {
  /** Wherever they stand; documents that a program writes are not counted. */
  readonly all?: number;
  /** Sources: below src, static and the packages' own src, but for texts. */
  readonly code?: number;
  /** Below texts. */
  readonly texts?: number;
  /** Below test, and the packages' own tests. */
  readonly tests?: number;
}

/** Changes files of a copy of the checkout; paths are relative to it. Each throws where it finds nothing to change. */
export interface Edits {
  /** Writes a file that was not there. */
  readonly add: (path: string, text: string) => void;
  /** Puts text behind the first place where a marker stands. */
  readonly after: (path: string, marker: string, text: string) => void;
  /** Puts text in the first place where a marker stands. */
  readonly replace: (path: string, marker: string, text: string) => void;
}

/** Something that must not compile once the drill is done. */
export interface Refused {
  readonly title: string;
  readonly edit: (edits: Edits) => void;
  /** Where the compiler has to complain. */
  readonly file: string;
}

/** One more of something, made up, added as CONTRIBUTING says. A file in this folder exports one as `drill`. */
export interface Drill {
  readonly title: string;
  readonly ceilings: Ceilings;
  /** What whoever adds one knows to do without being told. */
  readonly begin: (edits: Edits) => void;
  /** What the compiler asks for then: it has to name every source that this changes, but for texts. */
  readonly finish: (edits: Edits) => void;
  readonly refused?: readonly Refused[];
  /** Test files that have to pass afterwards. */
  readonly tests: readonly string[];
}
