import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface RunningServer {
  readonly port: number;
  /** Stops listening and drops open connections, kept-alive ones too. */
  close(): Promise<void>;
}

export class PortInUse extends Error {}

/**
 * Serves an app on the loopback address alone: a stand-in that accepts any password has no business on a network.
 * @throws PortInUse
 */
export async function serve(app: Hono, port: number, host = '127.0.0.1'): Promise<RunningServer> {
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  await listen(server, port, host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      reject(
        problem.code === 'EADDRINUSE'
          ? new PortInUse(
              `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
            )
          : problem,
      );
    });
    server.listen(port, host, resolve);
  });
}
