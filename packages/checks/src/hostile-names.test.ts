import { expect, test } from 'vitest';
import { scanText } from '../testing/scan-text.ts';
import { loadAllChecks } from './load-checks.ts';

/** What every object of JavaScript has; a table of a check must not be asked for these as for names of its own. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name'];
const checks = await loadAllChecks();

test.each(NAMES)('no check fails because something is called %s', (name) => {
  const text = `
    resource "${name}" "${name}" {
      ${name}  = "correct horse battery staple"
      password = "${name}"
      ${name} {
        ${name} = "AKIA5B4T5GAHEPNR3KSX"
      }
    }

    data "${name}" "${name}" { ${name} = ${name}.${name}.${name} }
    provider "${name}" { token = "${name}" }
    variable "${name}" { default = "${name}" }
    locals { ${name} = var.${name} }
    output "${name}" { value = local.${name} }

    data "http" "${name}" { url = "https://example.com/\${${name}.${name}.${name}}" }
    provider "aws" { access_key = "${name}" }
    resource "aws_instance" "${name}" {
      user_data     = "export ${name}=${name}"
      instance_type = "${name}"
    }
    resource "aws_security_group_rule" "${name}" {
      type        = "${name}"
      protocol    = "${name}"
      cidr_blocks = ["${name}"]
    }
    resource "aws_iam_policy" "${name}" {
      policy = jsonencode({ ${name} = "${name}", Statement = [{ Effect = "${name}", Action = "${name}", ${name} = {} }] })
    }
    resource "aws_cloudtrail" "${name}" { cloud_watch_logs_group_arn = aws_cloudwatch_log_group.${name}.arn }
    resource "aws_cloudwatch_log_group" "${name}" { name = "${name}" }
    resource "aws_cloudwatch_log_metric_filter" "${name}" {
      log_group_name = "${name}"
      pattern        = "{ $.${name} = \\"${name}\\" }"
    }
    resource "google_compute_firewall" "${name}" {
      direction = "${name}"
      allow { protocol = "${name}" }
    }
    resource "azurerm_network_security_rule" "${name}" {
      direction = "${name}"
      access    = "${name}"
      protocol  = "${name}"
    }
    resource "kubernetes_network_policy" "${name}" {
      spec { policy_types = ["${name}"] }
    }
  `;
  const { defects } = scanText({ 'main.tf': text }, checks);
  expect(defects.map(({ check, address, error }) => `${check.id} ${address}: ${String(error)}`)).toEqual([]);
});
