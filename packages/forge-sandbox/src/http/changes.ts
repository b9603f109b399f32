import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';

/** What was built anew while the stand-in ran: files of the manifest's resources, such as `panel.html`. */
export class BuildChanges {
  /** Another process says another: what its pages were loaded from is gone. */
  readonly process = randomUUID();
  private readonly listeners = new Set<(pages: readonly string[]) => void>();

  /** Has browsers load these pages anew. */
  tell(pages: readonly string[]): void {
    for (const listener of this.listeners) listener(pages);
  }

  /** Returns how to stop hearing. */
  hear(listener: (pages: readonly string[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** `GET /sandbox/changes`: server-sent events `process` with its id, then `pages` with a JSON list for every build. */
export function mountChanges(app: Hono, changes: BuildChanges): void {
  app.get('/sandbox/changes', (c) =>
    streamSSE(c, async (stream) => {
      let writing = stream.writeSSE({ event: 'process', data: changes.process });
      const leave = changes.hear((pages) => {
        writing = writing.then(() => stream.writeSSE({ event: 'pages', data: JSON.stringify(pages) }));
      });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      leave();
      await writing;
    }),
  );
}
