import * as library from 're2js';

/** Patterns with the meaning of RE2. The bundle of the command evaluates the library on the first call, see `tools/bundle.mjs`. */
export function re2(): typeof library {
  return library;
}
