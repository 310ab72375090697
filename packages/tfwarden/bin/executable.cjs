// Runs the standalone executable in place of this process, as far as Node can.
'use strict';
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');

module.exports = { run };

/** @returns false when nothing was run: it is of another version, or it does not start here */
function run(executable) {
  const { version } = require(join(dirname(executable), 'package.json'));
  if (version !== require('../package.json').version) return false;
  const { status, signal, error } = spawnSync(executable, process.argv.slice(2), { stdio: 'inherit' });
  if (error !== undefined) return false;
  // Whoever started us sees the signal that ended it.
  if (signal !== null) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
  return true;
}
