import * as library from 'js-yaml';

/** The parser of YAML. The bundle of the command evaluates the library on the first call, see `tools/bundle.mjs`. */
export function yaml(): typeof library {
  return library;
}
