/** Whether a module source is a path: Terraform takes only these forms as such. */
export function isLocalSource(source: string): boolean {
  return source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..';
}

/** `namespace/name/provider`, or with a host before it; a folder within the package may follow after `//`. */
const REGISTRY_SOURCE =
  /^(?:[0-9a-zA-Z.-]+\.[0-9a-zA-Z-]+(?::\d+)?\/)?[0-9A-Za-z_-]+\/[0-9A-Za-z_-]+\/[0-9a-z-]+(?:\/\/.*)?$/;

/** Hosts whose repositories need no scheme, and other short forms that installers know. */
const SHORT_FORM = /^(?:github\.com|gitlab\.com|bitbucket\.org)\/|^[^/]+@[^/]+:|\.amazonaws\.com\/|\.googleapis\.com\//;

/** Whether a text could be the address of a module at all: a path, a registry address, a URL or a short form of one. */
export function isModuleSource(source: string): boolean {
  if (isLocalSource(source)) return true;
  return source.includes('://') || source.includes('::') || SHORT_FORM.test(source) || REGISTRY_SOURCE.test(source);
}

export function isRegistrySource(source: string): boolean {
  return REGISTRY_SOURCE.test(source);
}
