const { dirname, join } = require('node:path');

// Jest finds this file under the name of fast-check, so the package itself is named by its path.
const fc = require(join(dirname(require.resolve('fast-check/package.json')), 'lib/cjs/fast-check.js'));

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED) });

/** fast-check, with the seed of this run for every property that names none of its own. */
module.exports = fc;
