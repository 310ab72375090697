/** Both names of a search domain. tfsec read the old one only; the arguments are the same. */
export const DOMAINS = ['aws_opensearch_domain', 'aws_elasticsearch_domain'] as const;

/** The policy with TLS 1.2 and 1.3 and forward secrecy. */
export const STRONGEST_POLICY = 'Policy-Min-TLS-1-2-PFS-2023-10';

/** The block that fixes write where there is none; two checks write the same, so that there is one. */
export const SAFE_ENDPOINT = `
domain_endpoint_options {
  enforce_https       = true
  tls_security_policy = "${STRONGEST_POLICY}"
}
`;
