/** Whether a module source is a path: Terraform takes only these forms as such. */
export function isLocalSource(source: string): boolean {
  return source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..';
}
