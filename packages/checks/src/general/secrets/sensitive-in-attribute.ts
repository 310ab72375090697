import type { AttributeView, ResourceView } from '../../kit/index.ts';
import { defineCheck, hcl, isSensitiveName } from '../../kit/index.ts';
import { holdsSecret } from './holds-secret.ts';
import { isHarmlessArgument } from './sensitive-attributes.ts';
import { UMBRELLA, UMBRELLA_IDS } from './umbrella.ts';

export default defineCheck({
  id: 'general-secrets-sensitive-in-attribute',
  since: '1.0.0',
  severity: 'CRITICAL',
  findsSecrets: true,
  resource: ['*', 'provider.*', 'module'],

  title: 'Arguments should not hold secrets as plain text',
  why: 'A password in an argument is a password in the repository, in its history, in every plan and in the state. Whoever can read one of them has it.',
  harm: 'Credentials leak to everyone with access to the code or to the state.',
  remedy:
    'Hand the value in by a variable without a default, read it from a secret store with a data source, or use a write-only argument.',
  links: [
    'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
    'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
  ],
  alsoKnownAs: {
    tfsec: ['GEN003', ...UMBRELLA.tfsec],
    trivy: UMBRELLA.trivy,
  },
  sharedAliases: UMBRELLA_IDS,

  messages: {
    secret: '`{address}` has a secret as plain text in `{path}`',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_db_instance" "orders" {
          instance_class    = "db.t4g.medium"
          engine            = "postgres"
          allocated_storage = 50
          username          = "orders"
          password          = "correct horse"
        }
      `,
      expect: 'secret',
    },
  ],
  good: () => [
    hcl`
      variable "password" {
        description = "password of the orders database"
        type        = string
        sensitive   = true
      }

      resource "aws_db_instance" "orders" {
        instance_class    = "db.t4g.medium"
        engine            = "postgres"
        allocated_storage = 50
        username          = "orders"
        password          = var.password
      }
    `,
  ],

  evaluate(resource, report) {
    for (const name of resource.attributeNames) {
      if (!isSensitiveName(name) || isHarmlessArgument(resource.type, name)) continue;
      const attribute = resource.attribute(name);
      if (!holdsSecret(name, attribute)) continue;
      if (!isReportedAtItsSource(attribute) && !ignoresChanges(resource, name))
        report.fail({ message: 'secret', at: attribute });
    }
  },
});

/** The value is a first one that is replaced outside of Terraform: `lifecycle { ignore_changes = [secret_string] }`. */
function ignoresChanges(resource: ResourceView, name: string): boolean {
  const lifecycle = resource.syntax?.blocks.find((block) => block.type === 'lifecycle');
  const ignored = lifecycle?.body.attributes.find((attribute) => attribute.name === 'ignore_changes')?.expression;
  if (ignored?.kind === 'scopeTraversal') return ignored.root.name === 'all';
  return (
    ignored?.kind === 'tuple' && ignored.items.some((item) => item.kind === 'scopeTraversal' && item.root.name === name)
  );
}

/** The secret stands in a variable's default, a local or a module argument with a telling name; it is reported there. */
function isReportedAtItsSource(attribute: AttributeView): boolean {
  if (attribute.isLiteral) return false;
  return attribute
    .explain()
    .some(
      (hop) =>
        (hop.kind === 'variable-default' || hop.kind === 'local' || hop.kind === 'module-argument') &&
        isSensitiveName(hop.name.replace(/^.*[ .]/, '').replace(/\)$/, '')),
    );
}
