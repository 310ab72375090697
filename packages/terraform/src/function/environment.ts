import type { FileSystem } from '../source/file-system.ts';

/** What functions need of the world around them. */
export interface FunctionEnvironment extends FunctionOptions {
  readonly files: FileSystem;
  /**
   * The directory that relative paths of functions start from: Terraform's working directory, which is the folder of the root module.
   * Relative to the boundary's root, `.` for the root itself.
   */
  readonly directory: string;
}

/** What a scan leaves out: no path of the machine, no clock and no secret gets into its report. */
export interface FunctionOptions {
  /** Whose functions there are; `terraform` where it is left out. */
  readonly language?: 'terraform' | 'opentofu' | undefined;
  /**
   * The absolute path of the root module's folder, for those who want what Terraform would print: then `abspath` is known, and absolute
   * paths inside the boundary can be read.
   */
  readonly absoluteDirectory?: string | undefined;
  /** The home directory, for `pathexpand`. */
  readonly homeDirectory?: string | undefined;
  /** What `plantimestamp` gives, in RFC 3339; unknown where it is left out. */
  readonly planTimestamp?: string | undefined;
  /** Whether `rsadecrypt` gives the secret it decrypts; unknown where it is left out. */
  readonly revealsSecrets?: boolean | undefined;
}
