import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../testing/view-of.ts';
import type { Runtime } from './runtime-versions.ts';
import { isOutdated } from './runtime-versions.ts';

function judge(expression: string, runtime: Runtime): string {
  const text = `resource "azurerm_app_service" "shop" {\n  site_config {\n    php_version = ${expression}\n  }\n}\n`;
  return isOutdated(viewOf('azurerm_app_service.shop', text).attribute('site_config.php_version'), runtime);
}

describe('versions of runtimes', () => {
  it.each([
    ['"7.4"', 'true'],
    ['"5.6"', 'true'],
    ['7.4', 'true'],
    ['"8.1.27"', 'true'],
    ['"8.2"', 'false'],
    ['"8.10"', 'false'],
    ['"8"', 'false'],
    ['"7"', 'true'],
    ['"Off"', 'false'],
    ['null', 'false'],
    ['azurerm_app_service.other.name', 'unknown'],
  ])('judges PHP %s as %s', (expression, expected) => {
    expect(judge(expression, 'PHP')).toBe(expected);
  });

  it.each([
    ['"2.7"', 'true'],
    ['"3.9"', 'true'],
    ['"3.10"', 'true'],
    ['"3.11"', 'false'],
    ['"3.13"', 'false'],
  ])('judges Python %s as %s', (expression, expected) => {
    expect(judge(expression, 'Python')).toBe(expected);
  });
});
