#!/usr/bin/env node
// Runs the standalone executable when the package of this platform is installed (docs/decisions/0009-a-standalone-executable.md), else the bundle.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const executable = findExecutable();
if (executable === undefined || !require('./executable.cjs').run(executable)) {
  module.exports = require('../dist/tfwarden.cjs');
}

/** `@tfwarden/cli-linux-x64` lies beside this package, or below it where everything is installed for one command. */
function findExecutable() {
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'tfwarden.exe' : 'tfwarden';
  for (const folder of ['../..', '../node_modules']) {
    for (const name of process.platform === 'linux' ? [platform, `${platform}-musl`] : [platform]) {
      const path = join(__dirname, folder, '@tfwarden', `cli-${name}`, program);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}
