import type { DecodedBlock, Diagnostic, Expression, Range } from '@tfwarden/hcl';

import { attributesOf } from './all-attributes.ts';
import { rangeOfBlock, readContent } from './decoded.ts';
import type { BackendDeclaration, RequiredProvider, VersionConstraint } from './module-configuration.ts';
import { problem } from './problem.ts';
import { TERRAFORM_SCHEMA } from './schemas.ts';
import { keywordOf, pairsOf } from './static-expression.ts';
import { readText, readVersion } from './static-value.ts';

/** What one `terraform` block says. */
export interface WrittenSettings {
  readonly requiredVersion: VersionConstraint | undefined;
  readonly backends: readonly BackendDeclaration[];
  readonly requiredProviders: readonly { readonly range: Range; readonly providers: readonly RequiredProvider[] }[];
}

/** Decodes a `terraform` block. OpenTofu's `encryption` block is accepted and left alone: it says nothing about resources. */
export function decodeSettings(block: DecodedBlock, diagnostics: Diagnostic[]): WrittenSettings {
  const content = readContent(block.body, TERRAFORM_SCHEMA, diagnostics);
  const version = content.attributes.get('required_version');
  const text = version && readVersion(version, diagnostics);
  const backends: BackendDeclaration[] = [];
  const requiredProviders: { range: Range; providers: readonly RequiredProvider[] }[] = [];
  for (const inner of content.blocks) {
    if (inner.type === 'backend' || inner.type === 'cloud') {
      const type = inner.labels[0] ?? 'cloud';
      backends.push({ type, body: inner.body, headerRange: inner.headerRange, range: rangeOfBlock(inner) });
    } else if (inner.type === 'required_providers') {
      requiredProviders.push({ range: inner.headerRange, providers: readRequirements(inner, diagnostics) });
    }
  }
  const requiredVersion =
    version !== undefined && text !== undefined ? { text, range: version, expression: version.expression } : undefined;
  return { requiredVersion, backends, requiredProviders };
}

/** `[hostname/][namespace/]name`. */
const PROVIDER_SOURCE = /^(?:(?:[^/\s]+\/)?[^/\s]+\/)?[^/\s]+$/;

function readRequirements(block: DecodedBlock, diagnostics: Diagnostic[]): readonly RequiredProvider[] {
  const providers: RequiredProvider[] = [];
  for (const [name, attribute] of attributesOf(block.body)) {
    const pairs = pairsOf(attribute.expression);
    if (pairs === undefined) {
      // The form of Terraform 0.12: just a version.
      const version = readText(attribute.expression, diagnostics);
      providers.push({ name, source: undefined, version, range: attribute });
      continue;
    }
    let source: string | undefined;
    let version: string | undefined;
    for (const { key, value } of pairs) {
      const argument = nameOf(key);
      if (argument === 'source') {
        source = readText(value, diagnostics);
        if (source !== undefined && !PROVIDER_SOURCE.test(source)) {
          const detail = 'The "source" attribute must be in the format "[hostname/][namespace/]name"';
          diagnostics.push(problem('invalid-provider-source', 'Invalid provider source string', detail, value));
        }
      } else if (argument === 'version') version = readText(value, diagnostics);
      else if (argument !== 'configuration_aliases') {
        const detail =
          'required_providers objects can only contain "version", "source" and "configuration_aliases" attributes. To configure a provider, use a "provider" block.';
        diagnostics.push(problem('invalid-required-providers', 'Invalid required_providers object', detail, key));
      }
    }
    providers.push({ name, source, version, range: attribute });
  }
  return providers;
}

function nameOf(key: Expression): string | undefined {
  return keywordOf(key) ?? readText(key, []);
}
