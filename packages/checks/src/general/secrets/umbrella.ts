/** Ids under which tfsec 1.x reported all checks of secrets together; each of them answers to these, so that old ignores go on working. */
export const UMBRELLA: { readonly tfsec: readonly string[]; readonly trivy: readonly string[] } = {
  tfsec: ['general-secrets-no-plaintext-exposure'],
  trivy: ['AVD-GEN-0004', 'GEN-0004'],
};

/** All of them, for `sharedAliases`. */
export const UMBRELLA_IDS: readonly string[] = [...UMBRELLA.tfsec, ...UMBRELLA.trivy];
