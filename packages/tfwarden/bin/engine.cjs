// Loads the engine with V8's code cache, so that a scan does not compile a megabyte of JavaScript again each time.
// Without a cache (a read-only home, a changed Node) the engine is compiled as usual; nothing is said, nothing fails.
'use strict';
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const Module = require('node:module');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

const ENGINE = join(__dirname, '../dist/engine.cjs');

module.exports = load();

function load() {
  if (typeof Module.enableCompileCache === 'function') {
    Module.enableCompileCache(process.env.NODE_COMPILE_CACHE ?? cacheFolder());
    return require(ENGINE);
  }
  const cacheFile = join(cacheFolder(), `${hash([ENGINE])}-${buildKey()}.v8`);
  const cachedData = readOrUndefined(cacheFile);
  const script = new vm.Script(Module.wrap(readFileSync(ENGINE, 'utf8')), {
    filename: ENGINE,
    cachedData,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const engine = new Module(ENGINE, module);
  engine.filename = ENGINE;
  engine.paths = module.paths;
  script
    .runInThisContext()
    .call(engine.exports, engine.exports, Module.createRequire(ENGINE), engine, ENGINE, dirname(ENGINE));
  // At the end of the run the cache also holds the functions that a scan compiled on the way.
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => write(cacheFile, script));
  return engine.exports;
}

/** Changes with the build of the engine and with Node: V8 itself compares little more than the length of the source. */
function buildKey() {
  const { mtimeMs, size } = statSync(ENGINE);
  return hash([size, mtimeMs, process.version, process.arch, process.versions.v8]);
}

function hash(parts) {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache');
  return join(base, 'tfwarden');
}

function readOrUndefined(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Under a temporary name first, so that a second process never reads half a file. Caches of earlier builds go. */
function write(path, script) {
  try {
    const folder = dirname(path);
    makeFolder(dirname(folder));
    makeFolder(folder);
    for (const name of readdirSync(folder)) {
      if (name.startsWith(`${hash([ENGINE])}-`)) rmSync(join(folder, name), { force: true });
    }
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    // The next run compiles again.
  }
}

/** Not `recursive`: Node 20 never returns from that below a folder such as /proc, which is there but takes no entries. */
function makeFolder(path) {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}
