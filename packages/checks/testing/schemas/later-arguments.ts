/**
 * Arguments of majors whose schemas we do not have, from the upgrade guides of the providers. They count as part of the newest major that
 * we have, so that checks may read them. Only optional arguments.
 */
export const LATER_ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // azurerm 5: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
  azurerm_mssql_server_security_alert_policy: { email_account_admins_enabled: 'bool' },
};
