import * as library from 'fflate';

/** Unpacking of gzip. The bundle of the command evaluates the library on the first call, see `tools/bundle.mjs`. */
export function fflate(): typeof library {
  return library;
}
