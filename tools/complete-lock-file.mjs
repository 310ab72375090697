// Adds to package-lock.json the optional packages of other platforms that a registry mirror does not offer, so that `npm ci` accepts the file everywhere.
// Run it after `npm install` changed the lock file: `node tools/complete-lock-file.mjs`.
//
// npm leaves such a package out when it cannot read its manifest, and then `npm ci` calls the lock file out of sync. The entries written here have the
// version that the dependent pins, and the platform that the package's name states, by which npm skips them on every other platform.
import { readFileSync, writeFileSync } from 'node:fs';

const OPERATING_SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] !== undefined || !/^\d/.test(version)) continue;
    lock.packages[path] = { version, ...platformOf(name), ...(entry.dev && { dev: true }), optional: true };
    added.push(`${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'nothing to add' : `added ${added.length}:\n  ${added.join('\n  ')}`);

/** `{ os, cpu }` as a package of that name states them: `@esbuild/linux-arm64`, `@oxlint/binding-win32-x64-msvc`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = OPERATING_SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  return { ...(cpu !== undefined && { cpu: [cpu] }), ...(os !== undefined && { os: [os] }) };
}
