/** A kind of machine with an executable of its own, named as Node names it. */
export interface Platform {
  /** Ends the name of the package: `@tfwarden/cli-linux-x64`. */
  readonly name: string;
  readonly os: NodeJS.Platform;
  readonly cpu: NodeJS.Architecture;
  readonly libc?: 'glibc' | 'musl';
  /** The package that holds Bun for this machine; installed with `bun`. */
  readonly bunPackage: string;
}

/** Packages that can be published. Each is built and tested on a machine of its own kind. */
const PLATFORMS: readonly Platform[] = [
  { name: 'linux-x64', os: 'linux', cpu: 'x64', libc: 'glibc', bunPackage: '@oven/bun-linux-x64' },
  { name: 'linux-x64-musl', os: 'linux', cpu: 'x64', libc: 'musl', bunPackage: '@oven/bun-linux-x64-musl' },
  { name: 'linux-arm64', os: 'linux', cpu: 'arm64', libc: 'glibc', bunPackage: '@oven/bun-linux-aarch64' },
  { name: 'linux-arm64-musl', os: 'linux', cpu: 'arm64', libc: 'musl', bunPackage: '@oven/bun-linux-aarch64-musl' },
  { name: 'darwin-x64', os: 'darwin', cpu: 'x64', bunPackage: '@oven/bun-darwin-x64' },
  { name: 'darwin-arm64', os: 'darwin', cpu: 'arm64', bunPackage: '@oven/bun-darwin-aarch64' },
  { name: 'win32-x64', os: 'win32', cpu: 'x64', bunPackage: '@oven/bun-windows-x64' },
  { name: 'win32-arm64', os: 'win32', cpu: 'arm64', bunPackage: '@oven/bun-windows-aarch64' },
];

/** The platform of this machine; throws where Bun does not run. */
export function thisPlatform(): Platform {
  const libc = process.platform === 'linux' ? libcOfThisNode() : undefined;
  const found = PLATFORMS.find(
    (platform) => platform.os === process.platform && platform.cpu === process.arch && platform.libc === libc,
  );
  if (found === undefined) throw new Error(`no executable can be built on ${process.platform} ${process.arch}`);
  return found;
}

/** The folder of a platform's package, ready for `npm publish`; relative to the repository, ignored by git. */
export function packageFolder({ name }: Platform): string {
  return `dist/cli-${name}`;
}

/** The file name of the executable in its package. */
export function programName({ os }: Platform): string {
  return os === 'win32' ? 'tfwarden.exe' : 'tfwarden';
}

/** Only glibc states a version in Node's report. */
function libcOfThisNode(): 'glibc' | 'musl' {
  const report: unknown = process.report.getReport();
  const isGlibc =
    typeof report === 'object' &&
    report !== null &&
    'header' in report &&
    typeof report.header === 'object' &&
    report.header !== null &&
    'glibcVersionRuntime' in report.header;
  return isGlibc ? 'glibc' : 'musl';
}
