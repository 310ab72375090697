import type { DecodedBlock, Diagnostic, Range } from '@tfwarden/hcl';
import { decodeSettings } from './decode-settings.ts';
import type {
  BackendDeclaration,
  RequiredProvider,
  TerraformSettings,
  VersionConstraint,
} from './module-configuration.ts';
import { describeRange, problem } from './problem.ts';

/** Puts the `terraform` blocks of a module together. */
export class SettingsBuilder {
  readonly #diagnostics: Diagnostic[];
  readonly #requiredVersions: VersionConstraint[] = [];
  readonly #requiredProviders = new Map<string, RequiredProvider>();
  #requirementsRange: Range | undefined;
  #backend: BackendDeclaration | undefined;

  constructor(diagnostics: Diagnostic[]) {
    this.#diagnostics = diagnostics;
  }

  add(block: DecodedBlock, isOverride: boolean): void {
    const settings = decodeSettings(block, this.#diagnostics);
    if (settings.requiredVersion !== undefined) {
      // Constraints of an override file replace those of the primary files.
      if (isOverride) this.#requiredVersions.length = 0;
      this.#requiredVersions.push(settings.requiredVersion);
    }
    for (const backend of settings.backends) {
      if (this.#backend !== undefined && !isOverride) {
        this.#duplicate(
          'Duplicate backend configuration',
          `A module may have only one backend configuration. The backend was previously configured at ${describeRange(this.#backend.headerRange)}.`,
          backend.headerRange,
        );
        continue;
      }
      this.#backend = backend;
    }
    for (const { range, providers } of settings.requiredProviders) {
      if (this.#requirementsRange !== undefined && !isOverride) {
        this.#duplicate(
          'Duplicate required providers configuration',
          `A module may have only one required providers configuration. The required providers were previously configured at ${describeRange(this.#requirementsRange)}.`,
          range,
        );
        continue;
      }
      this.#requirementsRange ??= range;
      for (const provider of providers) this.#requiredProviders.set(provider.name, provider);
    }
  }

  finish(): TerraformSettings {
    return {
      requiredVersions: this.#requiredVersions,
      requiredProviders: this.#requiredProviders,
      backend: this.#backend,
    };
  }

  #duplicate(summary: string, detail: string, subject: Range): void {
    this.#diagnostics.push(problem('duplicate-declaration', summary, detail, subject));
  }
}
