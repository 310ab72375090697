/**
 * Bounds on what one function call may build. Terraform has few of them because its user is its victim; a scanner reads code of
 * strangers. Each is far above what real configurations need, and each is refused with an error that names the limit.
 */

/** Terraform's own limit for `range`, stated in its error message. */
export const MAX_RANGE_ELEMENTS = 1024;

/** Elements of a list, set, tuple, map or object that a function builds. */
export const MAX_ELEMENTS = 1_000_000;

/** UTF-16 units of a string that a function builds; `packages/hcl` keeps none that is longer. */
export const MAX_STRING_LENGTH = 32_000_000;

/** UTF-16 units of a string that `strrev` turns around. */
export const MAX_REVERSED_LENGTH = 4_000_000;

/** Width and precision of a verb of `format`, and spaces of `indent`; Go's `fmt` knows no greater ones. */
export const MAX_FORMAT_WIDTH = 10_000_009;

/** Nesting of values read by `jsondecode` and `yamldecode`. */
export const MAX_DECODE_DEPTH = 400;

/** Values that `yamldecode` builds, each use of an alias counted with all that it stands for. */
export const MAX_YAML_VALUES = 500_000;

/** Bytes of a pattern of `regex`, `regexall` and `replace`. RE2 is linear in the text, but not in the pattern. */
export const MAX_PATTERN_LENGTH = 10_000;

/** What one call of `regex`, `regexall` or `replace` may do: characters looked at, times the instructions of the pattern. */
export const MAX_REGEX_WORK = 50_000_000;

/** Digits that `parseint` reads. */
export const MAX_PARSED_DIGITS = 100_000;

/** Binary exponent of numbers that `format` writes out in digits. */
export const MAX_FORMAT_EXPONENT = 400_000;

/** Files and directories that one `fileset` looks at. */
export const MAX_FILESET_ENTRIES = 200_000;

/** Directories that `fileset` goes down; deeper ones are passed over. */
export const MAX_FILESET_DEPTH = 100;

/** Steps that the matching of one file name against one pattern of `fileset` may take. */
export const MAX_GLOB_STEPS = 100_000;

/** Bits of an RSA modulus that `rsadecrypt` works with. */
export const MAX_RSA_BITS = 16_384;

/** Bytes that `base64gzip` packs; the result for longer texts is unknown. */
export const MAX_GZIP_BYTES: number = 4 * 1024 * 1024;

/** Bytes that `base64gunzip` unpacks to. */
export const MAX_UNPACKED_BYTES: number = 64 * 1024 * 1024;
