import { type Callee, callText, outputText } from './call.ts';
import { choicesOf } from './choices.ts';
import { type Cloud, inRoot } from './cloud.ts';
import { declare, type Folder, fill } from './folder.ts';
import { placesOf } from './place.ts';

/** A root: calls, settings, and resources of its own in files by theme. */
export function rootFolder(
  path: string,
  cloud: Cloud,
  callees: readonly Callee[],
  resources: number,
  mistakes: number,
): Folder {
  const choices = choicesOf(path);
  const shared = inRoot(cloud);
  const place = placesOf(path, shared, mistakes);
  const [environment = '', service = ''] = path.split('/').slice(1);
  const files = new Map([
    [
      'versions.tf',
      `terraform {\n  required_version = ">= 1.9"\n\n  required_providers {\n    ${cloud.provider}\n  }\n}\n`,
    ],
    ['variables.tf', cloud.variables.map(declare).join('\n')],
    ['terraform.tfvars', settings(cloud, environment)],
    [
      'main.tf',
      [locals(service), cloud.mainKey, ...callees.map((callee) => callText(callee, cloud, shared))].join('\n'),
    ],
    ['outputs.tf', callees.map(outputText).join('\n')],
  ]);
  let left = resources - 1; // the main key
  for (const [index, { name, pieces }] of cloud.themes.entries()) {
    const share = Math.round(left / (cloud.themes.length - index));
    files.set(`${name}.tf`, fill(share, pieces, place, choices));
    left -= share;
  }
  return { files, resources };
}

function locals(service: string): string {
  return `locals {
  name            = "${service}-\${var.environment}"
  log_bucket      = "acme-logs-\${var.environment}"
  alarm_topic_arn = "arn:aws:sns:eu-central-1:123456789012:alarms-\${var.environment}"

  # Who pays, and whom to call.
  tags = merge(
    { Service = "${service}", Environment = var.environment },
    var.environment == "production" ? { Pager = "true" } : {},
  )
}
`;
}

function settings(cloud: Cloud, environment: string): string {
  const lines = cloud.variables.map(({ name, value }) => `${name} = ${value ?? `"${environment}"`}`);
  return `# Settings of ${environment}; the pipeline passes none.\n${lines.join('\n')}\n`;
}
