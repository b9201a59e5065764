#!/usr/bin/env node
'use strict';
/** The only place that touches the process. */
const { load } = require('./load.cjs');

function start() {
  try {
    return load();
  } catch (error) {
    if (error?.code !== 'MODULE_NOT_FOUND' && error?.code !== 'ENOENT') throw error;
    process.stderr.write('evdx: It is not built yet. Run "npm run build" in its folder.\n');
    process.exitCode = 2;
    return null;
  }
}

const bundle = start();
bundle?.main(process.argv.slice(2), bundle.createIo(process)).then((code) => {
  // All output has been taken by now; to free the heap object by object takes longer than many a run.
  process.exit(code);
});
