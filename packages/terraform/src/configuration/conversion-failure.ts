import type { ConversionFailure } from '@tfwarden/hcl';

/** A failed conversion in words, as Terraform's `tfdiags.FormatError`: the path to the part, then what is wrong with it. */
export function describeFailure({ path, message }: ConversionFailure): string {
  if (path.length === 0) return message;
  let place = '';
  for (const step of path) {
    if (step.kind === 'attribute') place += `.${step.name}`;
    else place += typeof step.key === 'number' ? `[${step.key}]` : `[${JSON.stringify(step.key)}]`;
  }
  return `${place}: ${message}`;
}
