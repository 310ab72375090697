// Loads the engine with V8's code cache, so that a scan does not compile megabytes of JavaScript again each time.
// Without a cache (a read-only home, a changed Node) the engine is compiled as usual; nothing is said, nothing fails.
// Everything here runs before each scan: what it costs is measured by `npm run bench -- startup`; docs/decisions/0007-code-cache.md has the reasons.
'use strict';
const fs = require('node:fs');
const { dirname, join } = require('node:path');

/** Exports one function, which gives the engine; see `tools/bundle.mjs`. */
const ENGINE = join(__dirname, '../dist/engine.cjs');

/** Before the code in a cache file: how long the scan was that made it, in seconds, as a double; 0 when another command did. */
const HEADER_BYTES = 8;
/** A scan that is so much longer than the one that made the cache has compiled much that the cache lacks. */
const LONGER = 2;
/** In seconds: before that, writing a cache takes longer than compiling what the old one lacks. */
const WORTH_IT = 0.25;

/**
 * What a scan of no more files than this does is little and always the same: it has a cache of its own, as V8 loads all of a cache and one of a large scan would make it a
 * third slower, and V8 is not tuned for it, as node:v8 takes 2 ms to load.
 */
const FEW_FILES = 5;
/** What is looked at to count them, at most. */
const MOST_ENTRIES = 1_000;

/**
 * How the versions of V8 that were measured optimise later: by its own measure V8 spends a quarter of the time of a scan on optimising code that soon after is not
 * needed any more.
 */
const OPTIMISE_LATER = {
  11: ['--interrupt-budget=400000'],
  12: ['--invocation-count-for-turbofan=30000'],
  13: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
};
/**
 * By how much the heap may grow before V8 looks for garbage in all of it, in per cent of what is in use; by its own measure up to 300. What a root leaves behind is
 * garbage when the next one begins: with 60 the large estate of bench/ takes half of the memory, with 100 sometimes 380 MiB, with 30 a tenth more time.
 */
const GROW_LESS = '--heap-growing-percent=60';

const engine = { exports: {} };
/** What this thread does: a `scan`, another `command`, or part of a scan as a `worker`. */
let task = 'command';
makeEngine()(require, engine, engine.exports, ENGINE, dirname(ENGINE));
module.exports = {
  execute(invocation) {
    if (invocation.command.name === '') task = 'scan';
    return engine.exports.execute(invocation);
  },
  scanInWorker(...input) {
    task = 'worker';
    return engine.exports.scanInWorker(...input);
  },
};

function makeEngine() {
  // Flags of V8 are part of what it compares with a cache, so both follow from the same.
  const isLarge = countFiles() > FEW_FILES;
  if (isLarge) tune();
  const { Script, constants } = require('node:vm');
  const path = cachePath(isLarge ? 'large' : 'small');
  const cache = readCache(path);
  // The bundle is ASCII, which `latin1` reads without decoding it.
  const script = new Script(fs.readFileSync(ENGINE, 'latin1'), {
    filename: ENGINE,
    cachedData: cache?.code,
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const isUsable = cache !== undefined && script.cachedDataRejected !== true;
  // Not before the end: then the cache has the functions, too, that were compiled on the way.
  process.once('exit', () => {
    const lasted = task === 'scan' ? process.uptime() : 0;
    if (task !== 'worker' && (!isUsable || lacksMuch(cache, lasted))) writeCache(path, lasted, script);
  });
  return runAsModule(script);
}

/** The cache of a scan serves every scan; that of another command, or of a far smaller scan, makes way for it. */
function lacksMuch(cache, lasted) {
  if (lasted === 0) return false;
  return cache.lasted === 0 || lasted > Math.max(WORTH_IT, cache.lasted * LONGER);
}

/** Tunes V8, for all threads. */
function tune() {
  const flags = OPTIMISE_LATER[process.versions.v8.split('.')[0]];
  if (flags !== undefined) require('node:v8').setFlagsFromString([...flags, GROW_LESS].join(' '));
}

/** What a CommonJS module leaves in `module.exports`, without `Module.wrap`: it would copy the text. */
function runAsModule(script) {
  const made = {};
  globalThis.module = made;
  try {
    script.runInThisContext();
  } finally {
    delete globalThis.module;
  }
  return made.exports;
}

/** Changes with the build of the engine and with Node: V8 itself compares little more than the length of the source. */
function cachePath(kind) {
  return join(cacheFolder(), `${cachePrefix()}${buildKey()}-${process.version}-${process.arch}-${kind}.v8`);
}

function buildKey() {
  const { mtimeMs, size } = fs.statSync(ENGINE);
  return `${size}-${mtimeMs}`;
}

/**
 * Configuration files below the arguments, up to one more than `FEW_FILES`. A guess that only decides about speed: whatever looks like a path is a path, and what is
 * not found among the first entries is not there.
 */
function countFiles() {
  const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  if (folders.length === 0) folders.push('.');
  let files = 0;
  let entries = 0;
  for (const folder of folders) {
    for (const entry of entriesOf(folder)) {
      if (/\.(?:tf|tofu)(?:\.json)?$/.test(entry.name)) files++;
      // Visited later by the loop around.
      else if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name)) folders.push(join(folder, entry.name));
      if (++entries > MOST_ENTRIES || files > FEW_FILES) return files;
    }
  }
  return files;
}

function entriesOf(folder) {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** One for each place where tfwarden is installed. */
function cachePrefix() {
  let hash = 0;
  for (let i = 0; i < ENGINE.length; i++) hash = (Math.imul(hash, 31) + ENGINE.charCodeAt(i)) >>> 0;
  return `${hash.toString(16)}-`;
}

function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(require('node:os').homedir(), '.cache');
  return join(base, 'tfwarden');
}

/** @returns undefined also for a file of somebody else, who could have written any code into it */
function readCache(path) {
  try {
    const file = fs.openSync(path, 'r');
    try {
      const { uid, size } = fs.fstatSync(file);
      if (process.getuid !== undefined && uid !== process.getuid()) return undefined;
      const bytes = Buffer.allocUnsafeSlow(size);
      if (fs.readSync(file, bytes) !== size || size < HEADER_BYTES) return undefined;
      return { lasted: bytes.readDoubleLE(), code: bytes.subarray(HEADER_BYTES) };
    } finally {
      fs.closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Under a temporary name first, so that a second process never reads half a file. Caches of earlier builds go. */
function writeCache(path, lasted, script) {
  try {
    const folder = dirname(path);
    makeFolder(dirname(folder));
    makeFolder(folder);
    for (const name of fs.readdirSync(folder)) {
      if (name.startsWith(cachePrefix()) && !name.includes(buildKey())) fs.rmSync(join(folder, name), { force: true });
    }
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeDoubleLE(lasted);
    const temporary = `${path}.${process.pid}`;
    fs.writeFileSync(temporary, Buffer.concat([header, script.createCachedData()]), { mode: 0o600 });
    fs.renameSync(temporary, path);
  } catch {
    // The next run compiles again.
  }
}

/** Not `recursive`: Node 20 never returns from that below a folder such as /proc, which is there but takes no entries. */
function makeFolder(path) {
  if (!fs.existsSync(path)) fs.mkdirSync(path, { mode: 0o700 });
}
