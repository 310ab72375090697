#!/usr/bin/env node
'use strict';
// Starts the bundle with V8's code cache, so that functions need not be compiled anew on each run. Without a cache, or with a stale one, it starts all the same.
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');

/** Loads `dist/<name>.cjs` as `require` would. The cache lies in the user's own cache folder, named by size and time of the bundle. */
function load(name) {
  const filename = join(dist, `${name}.cjs`);
  const source = readFileSync(filename, 'utf8');
  const key = `${name}-${process.version}-${process.arch}-${hash(source)}`;
  const cacheFile = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tfwarden', `${key}.bin`);
  let cachedData;
  try {
    cachedData = readFileSync(cacheFile);
  } catch {
    // The first run.
  }
  const script = new Script(Module.wrap(source), { filename, cachedData });
  const module = new Module(filename, require.main);
  module.filename = filename;
  module.paths = Module._nodeModulePaths(dist);
  const own = Module.createRequire(filename);
  const requireHere = (id) => (id === './engine.cjs' ? load('engine') : own(id));
  script.runInThisContext()(module.exports, requireHere, module, filename, dirname(filename));
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', () => {
      try {
        mkdirSync(dirname(cacheFile), { recursive: true, mode: 0o700 });
        const temporary = `${cacheFile}.${process.pid}`;
        writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
        renameSync(temporary, cacheFile);
      } catch {
        // A read-only home is no reason to fail.
      }
    });
  }
  return module.exports;
}

/** FNV-1a over the length and a sample: the cache itself is checked by V8 against the whole source. */
function hash(text) {
  let value = 0x811c9dc5 ^ text.length;
  for (let index = 0; index < text.length; index += 97) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16);
}

load('tfwarden');
