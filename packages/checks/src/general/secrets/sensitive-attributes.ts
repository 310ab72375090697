/** Arguments whose names sound like secrets and whose values are none, or that a check of their own judges, by resource type. */
const HARMLESS_ARGUMENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aws_efs_file_system: ['creation_token'],
    aws_instance: ['get_password_data'],
    github_actions_organization_secret: ['secret_name'],
    github_actions_secret: ['secret_name'],
    google_secret_manager_secret: ['secret_id'],
    google_secret_manager_secret_iam_binding: ['secret_id'],
    google_secret_manager_secret_iam_member: ['secret_id'],
    kubernetes_service_account: ['automount_service_account_token'],
    'provider.aws': ['secret_key', 'token'], // aws-misc-no-exposing-plaintext-credentials
    vault_pki_secret_backend_cert: ['private_key_format'],
  }),
);

/** Whether an argument is known not to hold a secret, whatever its name says. */
export function isHarmlessArgument(type: string, name: string): boolean {
  return HARMLESS_ARGUMENTS.get(type)?.includes(name) === true;
}
