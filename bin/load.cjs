'use strict';
/**
 * Loads the bundle with the code that V8 made of it at build time: to compile it takes longer than to answer a paste (docs/decisions/0004). Another
 * version of Node has no use for that code, and compiles.
 */
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const FILE = join(__dirname, '../dist/bundle/evdx.cjs');
const CODE = `${FILE}.code`;

function readCode() {
  try {
    return readFileSync(CODE);
  } catch {
    return undefined;
  }
}

/** As Node compiles a CommonJS module. */
function compile(code) {
  // The bundle is ASCII, which need not be decoded.
  const source = readFileSync(FILE, 'latin1');
  const parameters = 'exports, require, module, __filename, __dirname';
  return new Script(`(function (${parameters}) {${source}\n})`, { filename: FILE, cachedData: code });
}

/** Of Node's own modules it needs what any other one can name. */
function run(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, FILE, dirname(FILE));
  return module.exports;
}

function load() {
  const code = readCode();
  const script = code === undefined ? null : compile(code);
  if (script !== null && !script.cachedDataRejected) return run(script);
  require('node:module').enableCompileCache?.();
  return require(FILE);
}

module.exports = { CODE, compile, load, run };
