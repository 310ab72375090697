/** The file of a new check; its example fails until the check is written. */
export function checkTemplate(id: string, resource: string): string {
  return `import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: '${id}',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: '${resource}',
  status: 'preview',
  reason: 'new: TODO on which public modules has it been run?',

  title: 'TODO what should be true, one sentence without a full stop',
  why: 'TODO why it matters.',
  harm: 'TODO what can happen.',
  remedy: 'TODO what to do.',
  links: ['https://registry.terraform.io/TODO'],
  alsoKnownAs: {},

  messages: {
    disabled: '\`{address}\` TODO',
  },

  examples: () => [
    {
      bad: hcl\`
        resource "${resource}" "orders" {
          enabled = false
        }
      \`,
      expect: 'disabled',
      fixed: hcl\`
        resource "${resource}" "orders" {
          enabled = true
        }
      \`,
    },
  ],
  good: () => [
    hcl\`
      resource "${resource}" "orders" {
        enabled = true
      }
    \`,
  ],

  evaluate(resource, report) {
    const enabled = resource.attribute('enabled');
    switch (enabled.truth()) {
      case 'true':
      case 'false':
      case 'absent':
        throw new Error('TODO what each answer means');
      case 'unknown':
        report.undetermined({ at: enabled });
        return;
    }
    report.fail({ message: 'disabled', at: enabled, fix: edit.setAttribute(resource, 'enabled', 'true') });
  },
});
`;
}

/** The cases file of a new check. */
export function casesTemplate(id: string, resource: string): string {
  return `# ${id}: edge cases

## Switched off through a variable

The default is known, so we report it. The mistake is the default, so no fix is offered.

\`\`\`hcl
variable "enabled" {
  default = false
}

resource "${resource}" "orders" {
  enabled = var.enabled # expect: disabled, no fix
}
\`\`\`

## A variable without a value

\`\`\`hcl
variable "enabled" {}

resource "${resource}" "orders" {
  enabled = var.enabled # expect: undecided
}
\`\`\`
`;
}
