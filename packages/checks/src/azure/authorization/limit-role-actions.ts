import { anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'azure-authorization-limit-role-actions',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'azurerm_role_definition',

  title: 'Roles with wildcard actions should not be assignable everywhere',
  why: 'A role whose actions hold a wildcard gives more than a task needs, also actions that Azure adds later. Assignable at the root it gives that for everything.',
  harm: 'A holder of the role reaches resources it was never meant to touch.',
  remedy: 'List the actions that are needed, and name subscriptions or groups in `assignable_scopes`.',
  links: [
    'https://learn.microsoft.com/en-us/azure/role-based-access-control/role-definitions',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition#actions',
  ],
  alsoKnownAs: {
    trivy: ['AVD-AZU-0030', 'AZU-0030'],
  },

  messages: {
    wildcard: '`{address}` allows `{value}` and can be assigned everywhere',
  },

  examples: () => [
    {
      bad: hcl`
        resource "azurerm_role_definition" "operator" {
          name              = "Orders operator"
          scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
          assignable_scopes = ["/"]

          permissions {
            actions = ["Microsoft.Compute/*"]
          }
        }
      `,
      expect: 'wildcard',
    },
  ],
  good: () => [
    hcl`
      resource "azurerm_role_definition" "operator" {
        name              = "Orders operator"
        scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
        assignable_scopes = ["/"]

        permissions {
          actions = ["Microsoft.Compute/virtualMachines/read"]
        }
      }
    `,
    hcl`
      resource "azurerm_role_definition" "operator" {
        name              = "Orders operator"
        scope             = "/subscriptions/00000000-0000-0000-0000-000000000000"
        assignable_scopes = ["/subscriptions/00000000-0000-0000-0000-000000000000"]

        permissions {
          actions = ["Microsoft.Compute/*"]
        }
      }
    `,
  ],

  evaluate(role, report) {
    const written = role.attribute('assignable_scopes');
    // Without assignable scopes the role can be assigned in its own.
    const scopes = written.state === 'absent' ? [role.attribute('scope')] : written.items();
    const isEverywhere = anyOf(scopes.map((scope) => scope.equals('/')));
    const isDoubtful = isEverywhere === 'unknown' || (isEverywhere === 'false' && written.hasUnknownItems);
    if (isEverywhere === 'false' && !isDoubtful) return;
    for (const permissions of role.blocks('permissions')) {
      const actions = permissions.attribute('actions');
      let hasWildcard = false;
      for (const action of actions.items()) {
        if (action.matches((text) => text.includes('*')) !== 'true') continue;
        hasWildcard = true;
        if (isDoubtful) report.undetermined({ at: written.isWritten ? written : role.attribute('scope') });
        else report.fail({ message: 'wildcard', at: action });
      }
      if (!hasWildcard && !isDoubtful && actions.hasUnknownItems) report.undetermined({ at: actions });
    }
  },
});
