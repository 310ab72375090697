/** What a check asked of a resource; recorded only while a test listens. */
export interface TouchedPath {
  /** Type of the resource: `aws_s3_bucket`, `data.aws_ami`. */
  readonly type: string;
  /** `server_side_encryption.enabled`. */
  readonly path: string;
  readonly kind: 'attribute' | 'block';
}

/** Receives every path that views are asked for until it is called again without a listener. */
export function listenToTouchedPaths(listener: ((touched: TouchedPath) => void) | undefined): void {
  current = listener;
}

/** Called by the views. Costs one comparison when nobody listens. */
export function touch(type: string, path: string, kind: TouchedPath['kind']): void {
  if (current !== undefined) current({ type, path, kind });
}

let current: ((touched: TouchedPath) => void) | undefined;
