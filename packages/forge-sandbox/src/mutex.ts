/** Runs changes one after another, in the order they were asked for. One that fails does not stop the next. */
export class Mutex {
  private last: Promise<unknown> = Promise.resolve();

  run(change: () => void | Promise<void>): Promise<void> {
    const run = this.last.then(change);
    this.last = run.catch(() => undefined);
    return run;
  }

  /** Resolves once what was asked for so far is over. */
  async idle(): Promise<void> {
    await this.last;
  }
}
