import { Agent, get } from 'node:http';
import { Hono } from 'hono';
import { PortInUse, serve } from '../../src/http/server';

const hello = (): Hono => new Hono().get('/', (c) => c.text('hello'));

test('closing drops kept-alive connections at once', async () => {
  const server = await serve(hello(), 0);
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((done) => {
    get({ port: server.port, host: '127.0.0.1', agent }, (response) => response.resume().on('end', done));
  });
  const before = performance.now();
  await server.close();
  expect(performance.now() - before).toBeLessThan(3_000);
  agent.destroy();
});

test('a port in use is named, with the way out', async () => {
  const server = await serve(hello(), 0);
  const second = serve(hello(), server.port);
  await expect(second).rejects.toThrow(PortInUse);
  await expect(second).rejects.toThrow(`Port ${server.port} is in use`);
  await server.close();
});
