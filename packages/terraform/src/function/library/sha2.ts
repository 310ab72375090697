import * as library from '@noble/hashes/sha2.js';

/** SHA-256 and SHA-512. The bundle of the command evaluates the library on the first call, see `tools/bundle.mjs`. */
export function sha2(): typeof library {
  return library;
}
