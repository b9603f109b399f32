import { spawn, type ChildProcess } from 'node:child_process';

export interface Running {
  readonly url: string;
  /** What it said on standard error so far. */
  said(): string;
  /** Ends it and waits for its end; the exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts a process that says in one line where it serves. @throws Error with what it said when it ends before. */
export function startServing(cwd: string, args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd });
  running.add(child);
  let errors = '';
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void ended.then(() => running.delete(child));
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = / ready at (http:\S+)\n/.exec(output)?.[1];
      if (url !== undefined) resolve({ url, said: () => errors, stop });
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
  });
}

/** For `afterAll`: ends whatever a failed test left running. */
export function stopAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
