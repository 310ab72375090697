/** Web apps and their slots. `azurerm_app_service` is gone since azurerm 5. */
export const WEB_APPS = [
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_linux_web_app_slot',
  'azurerm_windows_web_app_slot',
  'azurerm_app_service',
] as const;
