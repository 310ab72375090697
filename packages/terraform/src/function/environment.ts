import type { FileSystem } from '../source/file-system.ts';

/** What functions need of the world around them. */
export interface FunctionEnvironment {
  readonly files: FileSystem;
  /**
   * The directory that relative paths of functions start from: Terraform's working directory, which is the folder of the root module.
   * Relative to the boundary's root, `.` for the root itself.
   */
  readonly directory: string;
  /**
   * The absolute path of `directory`, for those who want what Terraform would print: then `abspath` is known, and absolute paths inside the
   * boundary can be read. Left out in scans, so that no path of the machine gets into a report.
   */
  readonly absoluteDirectory?: string | undefined;
  /** The home directory, for `pathexpand`; left out in scans for the same reason. */
  readonly homeDirectory?: string | undefined;
  /** What `plantimestamp` gives, in RFC 3339. Left out in scans: the result is then unknown, as it depends on the time. */
  readonly planTimestamp?: string | undefined;
}
