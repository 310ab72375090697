import * as library from 'picocolors';

/** Colours. The bundle of the command evaluates the library on the first call, see `tools/bundle.mjs`: it asks for `process.stdout`, which takes 3 ms. */
export function picocolors(): typeof library {
  return library;
}
