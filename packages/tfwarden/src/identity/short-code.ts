/** The id without provider and service: `enable-recovery` of `aws-dynamodb-enable-recovery`. */
export function shortCodeOf(id: string, provider: string, service: string): string {
  const prefix = `${provider}-${service}-`;
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}
