import { anyOf, defineCheck, hcl } from '../../kit/index.ts';
import { matchesAction } from './action-pattern.ts';

const WRITE_ROLES = 'Microsoft.Authorization/roleDefinitions/write';

export default defineCheck({
  id: 'azure-authorization-prevent-custom-role-creation',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_role_definition',

  title: 'Roles should not be able to write roles',
  why: 'Who may write role definitions can give any permission to anybody. That belongs to a few administrators.',
  harm: 'A holder of the role can raise its own rights to everything.',
  remedy:
    'List the actions that are needed, or exclude `Microsoft.Authorization/roleDefinitions/write` in `not_actions`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition#actions',
  ],
  alsoKnownAs: {
    tfsec: ['azure-role-definition-allows-custom-role-creation'],
    trivy: ['AVD-AZU-0052', 'AZU-0052'],
  },

  messages: {
    writes: '`{address}` can write roles (`{value}`)',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_role_definition" "operator" {
          name              = "Orders operator"
          scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
          assignable_scopes = ["/subscriptions/00000000-0000-0000-0000-000000000000"]

          permissions {
            actions = ["Microsoft.Authorization/roleDefinitions/write"]
          }
        }
      `,
      expect: 'writes',
    },
    {
      bad: hcl`
        resource "azurerm_role_definition" "operator" {
          name              = "Orders operator"
          scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
          assignable_scopes = ["/subscriptions/00000000-0000-0000-0000-000000000000"]

          permissions {
            actions = ["*"]
          }
        }
      `,
      expect: 'writes',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_role_definition" "operator" {
        name              = "Orders operator"
        scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
        assignable_scopes = ["/subscriptions/00000000-0000-0000-0000-000000000000"]

        permissions {
          actions = ["Microsoft.Authorization/*/read"]
        }
      }
    `,
    hcl`
      resource "azurerm_role_definition" "operator" {
        name              = "Orders operator"
        scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
        assignable_scopes = ["/subscriptions/00000000-0000-0000-0000-000000000000"]

        permissions {
          actions     = ["*"]
          not_actions = ["Microsoft.Authorization/*/Write"]
        }
      }
    `,
  ],

  evaluate(role, report) {
    for (const permissions of role.blocks('permissions')) {
      const actions = permissions.attribute('actions');
      const excluded = permissions.attribute('not_actions');
      const allowing = actions
        .items()
        .filter((item) => item.matches((text) => matchesAction(text, WRITE_ROLES)) === 'true');
      const isExcluded = anyOf(
        excluded.items().map((item) => item.matches((text) => matchesAction(text, WRITE_ROLES))),
      );
      if (isExcluded === 'true') continue;
      if (allowing.length === 0 && actions.hasUnknownItems) report.undetermined({ at: actions });
      for (const action of allowing) {
        if (excluded.hasUnknownItems) report.undetermined({ at: excluded });
        else report.fail({ message: 'writes', at: action });
      }
    }
  },
});
