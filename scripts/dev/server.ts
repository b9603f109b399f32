import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { BuildMessage } from '../../dev/build-message';
import { root } from '../build/project';
import { output } from './output';

const READY = /ready at http:\/\/localhost:(\d+)\s/;

/** The stand-in as a process of its own, on the same port however often it starts. */
export class Server {
  private child: ChildProcess | undefined;
  private port: string | undefined;

  /** @param args the developer's, handed on */
  constructor(
    private readonly args: readonly string[],
    private readonly onLine: (line: string) => void,
  ) {}

  /** Resolves once it can be used. @throws Error when it ends before that; it has said why on standard error. */
  start(): Promise<void> {
    const port = this.port === undefined ? [] : ['--port', this.port];
    const args = ['--enable-source-maps', join(output, 'main.mjs'), '--dev', ...this.args, ...port];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.child = child;
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const port = READY.exec(said)?.[1];
        if (port === undefined) return;
        if (this.port === undefined) this.onLine(said.trim());
        this.port = port;
        said = '';
        resolve();
      });
      child.once('exit', (code) => {
        if (this.child === child) this.child = undefined;
        reject(new Error(`the stand-in ended with ${code}`));
      });
    });
  }

  /** Ends it; it writes its world before. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    this.child = undefined;
    await new Promise((ended) => {
      child.once('exit', ended);
      child.kill('SIGTERM');
    });
  }

  /** Tells the running process what was built. */
  tell(message: BuildMessage): void {
    this.child?.send(message);
  }
}
