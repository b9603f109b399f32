import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments, UsageError } from '../../../dev/arguments';

const root = resolve(__dirname, '../../..');

describe('arguments', () => {
  test('port from the command line before the environment before 3000', () => {
    expect(readArguments([], {})).toEqual({
      port: 3000,
      imports: [],
      seed: undefined,
      keep: undefined,
      dev: false,
    });
    expect(readArguments([], { PORT: '4000' }).port).toBe(4000);
    expect(readArguments(['--port', '5000'], { PORT: '4000' }).port).toBe(5000);
    expect(() => readArguments(['--port', 'x'], {})).toThrow(UsageError);
    expect(readArguments(['--keep', 'world'], {}).keep).toBe('world');
    expect(() => readArguments(['--keep'], {})).toThrow(/--keep needs a file/);
  });

  test('imports name one file or several, and may be repeated', () => {
    expect(readArguments(['--import', 'a', 'b', '--import', 'c', '--port', '1'], {}).imports).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('imports without a file are every export of HOLDFAST_DATA', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-'));
    expect(() => readArguments(['--import'], { HOLDFAST_DATA: folder })).toThrow(/holds no/);
    writeFileSync(join(folder, 'b.ndjson.gz'), '');
    writeFileSync(join(folder, 'a.ndjson.gz'), '');
    writeFileSync(join(folder, 'README.md'), '');
    expect(readArguments(['--import'], { HOLDFAST_DATA: folder }).imports).toEqual([
      join(folder, 'a.ndjson.gz'),
      join(folder, 'b.ndjson.gz'),
    ]);
    expect(() => readArguments(['--import'], {}, [])).toThrow(/HOLDFAST_DATA/);
    expect(readArguments(['--import'], {}, ['nowhere', folder]).imports).toHaveLength(2);
    expect(readArguments(['--import', folder], {}).imports).toHaveLength(2);
    expect(() => readArguments(['--imports'], {})).toThrow(/Unknown argument/);
  });
});

describe('the process', () => {
  const start = (port: number) =>
    spawn('node', ['--import', 'tsx', 'dev/main.ts', '--port', String(port), '--seed', 'empty'], {
      cwd: root,
    });

  test('says once that it is ready, and ends on Ctrl-C with 0 at once', async () => {
    const child = start(0);
    let output = '';
    await new Promise<void>((ready, fail) => {
      child.stdout.on('data', (chunk) => {
        output += String(chunk);
        if (output.includes('\n')) ready();
      });
      child.stderr.on('data', (chunk) => fail(new Error(String(chunk))));
    });
    expect(output).toMatch(/^Holdfast sandbox ready at http:\/\/localhost:\d+\n$/);
    const url = output.trim().split(' ').at(-1) ?? '';
    expect((await fetch(`${url}/sandbox/state`)).status).toBe(200);
    const before = performance.now();
    const code = await new Promise((ended) => {
      child.once('exit', ended);
      child.kill('SIGINT');
    });
    expect(code).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('names a busy port in one line and ends with 1', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const child = start(port);
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += String(chunk)));
    const code = await new Promise((ended) => child.once('close', ended));
    expect(code).toBe(1);
    expect(complaint.trim().split('\n')).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
    taken.close();
  });
});
