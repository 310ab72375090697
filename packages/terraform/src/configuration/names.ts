/** Terraform's words about a name that is no identifier. */
export const BAD_IDENTIFIER =
  'A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.';
