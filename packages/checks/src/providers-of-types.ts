/** Providers of the catalogue by the first word of the resource types they check. */
const PROVIDER_BY_PREFIX: Readonly<Record<string, string>> = {
  aws: 'aws',
  azuread: 'azure',
  azurerm: 'azure',
  cloudstack: 'cloudstack',
  digitalocean: 'digitalocean',
  github: 'github',
  google: 'google',
  kubernetes: 'kubernetes',
  nifcloud: 'nifcloud',
  opc: 'oracle',
  openstack: 'openstack',
};

/**
 * Which providers' checks a configuration needs; `general` is always one of them.
 * @param types resource types that occur: `aws_s3_bucket`
 */
export function providersOfTypes(types: Iterable<string>): readonly string[] {
  const providers = new Set(['general']);
  for (const type of types) {
    const end = type.indexOf('_');
    const provider = PROVIDER_BY_PREFIX[end < 0 ? type : type.slice(0, end)];
    if (provider !== undefined) providers.add(provider);
  }
  return [...providers].toSorted();
}
