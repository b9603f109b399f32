/**
 * Loads one bundle in this fresh process and has it answer what it once answered, from a recording of its calls.
 * Prints the milliseconds of processor time for both. Usage: node answer.cjs BUNDLE RECORDING
 */
const { readFileSync } = require('node:fs');
const { AsyncLocalStorage } = require('node:async_hooks');

const [, , bundle, file] = process.argv;
const { exported, args, runtime, calls, now } = JSON.parse(readFileSync(file, 'utf8'));
const store = new AsyncLocalStorage();
Object.defineProperty(globalThis, '__forge_runtime__', {
  get: () =>
    store.getStore() && {
      ...runtime,
      lambdaContext: { getRemainingTimeInMillis: () => 25_000 },
      metrics: {
        counter: () => ({ incr() {} }),
        timing: () => ({ measure: () => ({ stop() {} }) }),
      },
    },
});
const waiting = new Map();
for (const { key, status, headers, text } of calls) {
  waiting.set(key, [...(waiting.get(key) ?? []), { status, headers, text }]);
}
globalThis.__forge_fetch__ = async (_meta, path, init) => {
  const answers = waiting.get(`${init?.method ?? 'GET'} ${path.split('?')[0]}`) ?? [];
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  if (!answer) throw new Error(`${path} was not asked when this was recorded`);
  return new Response(answer.text === '' ? null : answer.text, answer);
};
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now);
    else super(...given);
  }
  static now() {
    return now;
  }
};

const before = process.cpuUsage();
const spent = () => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const handlers = require(bundle);
const load = spent();
store
  .run({}, () => handlers[exported](...args))
  .then((answer) => {
    if (answer === undefined || answer.ok === false) throw new Error(`no answer: ${JSON.stringify(answer)}`);
    process.stdout.write(JSON.stringify({ load, all: spent() }));
  })
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
