import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Jira } from '../../src/jira';
import type { Actor } from '../../src/kernel';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

function actorOf(jira: Jira, authorization: string | undefined): Actor {
  const name =
    Buffer.from((authorization ?? '').replace('Basic ', ''), 'base64')
      .toString()
      .split(':')[0] ?? '';
  const user = jira.user(name);
  return user ? { kind: 'user', accountId: user.accountId } : { kind: 'anonymous' };
}

/** The double alone on a free port, as bare as a server can be: what a client sees is the double's own doing. */
export async function serve(jira: Jira): Promise<Served> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const text = Buffer.concat(chunks).toString();
      const url = new URL(request.url ?? '/', 'http://localhost');
      const answer = await jira.handle({
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: {},
        body: text === '' ? undefined : JSON.parse(text),
        actor: actorOf(jira, request.headers.authorization),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  jira.setBaseUrl(url);
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
