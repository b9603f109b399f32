/**
 * Loads one bundle in this fresh process, with the globals Forge puts there before it does the same.
 * Prints the milliseconds it took. Usage: node load.cjs BUNDLE
 */
const runtime = {
  appContext: { appId: 'bench', appVersion: '1.0.0', environmentId: 'bench', environmentType: 'PRODUCTION' },
  contextAri: 'ari:cloud:jira::site/bench',
  proxy: { token: '', url: '', host: '' },
  tracing: { traceId: '', spanId: '' },
  container: { appCodeDir: __dirname },
  lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
};
Object.defineProperty(globalThis, '__forge_runtime__', { get: () => runtime });
globalThis.__forge_fetch__ = () =>
  Promise.reject(new Error('a bundle must not call anything while it loads'));

const bundle = process.argv[2];
const started = performance.now();
require(bundle);
process.stdout.write(String(performance.now() - started));
