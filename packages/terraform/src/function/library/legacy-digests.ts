import * as library from '@noble/hashes/legacy.js';

/** MD5 and SHA-1. The bundle of the command evaluates the library on the first call, see `tools/bundle.mjs`. */
export function legacyDigests(): typeof library {
  return library;
}
