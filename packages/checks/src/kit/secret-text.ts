/** A kind of secret that is known by its form. */
export interface SecretForm {
  /** What it is, for a message: `an AWS access key`. */
  readonly name: string;
  /** Linear in the length of the text: no nested repetition. */
  readonly pattern: RegExp;
}

/** Longest text that is searched, in UTF-16 units; user data is limited to 16 KB. */
const MAX_LENGTH = 1_000_000;

/** Formats that issuers document; each is specific enough to stand alone. */
const SECRET_FORMS: readonly SecretForm[] = [
  { name: 'an AWS access key', pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/ },
  {
    name: 'an AWS secret access key',
    pattern:
      /aws[_-]?(?:account[_-]?)?secret[_-]?(?:access[_-]?)?key["']?\s{0,8}(?:=>|=|:)\s{0,8}["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/i,
  },
  { name: 'a GitHub token', pattern: /\b(?:gh[opusr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/ },
  { name: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,64}/ },
  { name: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/ },
  {
    name: 'a Slack webhook',
    pattern: /hooks\.slack\.com\/services\/T[A-Za-z0-9_]{8,12}\/B[A-Za-z0-9_]{8,12}\/[A-Za-z0-9_]{23,24}/,
  },
  { name: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/ },
  { name: 'a Stripe key', pattern: /\b[rs]k_live_[0-9a-zA-Z]{24,247}\b/ },
  { name: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/ },
  { name: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { name: 'a private key', pattern: /-----BEGIN (?:[A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/ },
  {
    name: 'a JSON web token',
    pattern: /\beyJ[A-Za-z0-9_-]{10,4096}\.eyJ[A-Za-z0-9_-]{10,4096}\.[A-Za-z0-9_-]{10,1024}/,
  },
];

/** The first secret of a documented form in a text; undefined without one. */
export function findSecret(text: string): SecretForm | undefined {
  const searched = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  return SECRET_FORMS.find((form) => form.pattern.test(searched));
}

/** Values that stand in a secret's place and are none. */
const PLACEHOLDERS: readonly RegExp[] = [
  /^$/,
  /^(?:true|false|yes|no|on|off|none|null|nil|enabled|disabled|required|optional)$/i,
  /^-?[0-9]{1,4}$/,
  // References that the service resolves: ARNs, URLs without a password, paths, and the syntaxes of templates.
  /^arn:[a-z-]{1,20}:/,
  /^[a-z][a-z0-9+.-]{0,20}:\/\/[^@\s]*$/i,
  /^(?:\/|\.\/|~\/)[A-Za-z0-9._/%-]*$/,
  // A relative path of words: `admin/db_password`.
  /^[a-z][a-z_-]*(?:\/[a-z][a-z_-]*)+$/,
  /^(?:\$\{[^}]*\}|\$[A-Za-z_][A-Za-z0-9_]*|\{\{[^}]*\}\}|<[^>]*>|%[A-Z_]+%)$/,
  /^(?:ref|ssm|vault|secretsmanager|env)[:+]/i,
  // Words that tell a person to put the secret there; a bare `changeme` is a password people really have.
  /^(?:replace|change|insert|enter|set|put|add)[ _-](?:me|this|here|it|after|your|the|in)\b/i,
  /^change_me_/i,
  /placeholder|dummy/i,
  /^(?:todo|tbd|redacted|null|n\/a|x{3,}|\*{3,}|\.{3,})$/i,
];

/**
 * Whether a text under a sensitive name can be the secret itself: not empty, not a switch or a number, not an ARN, URL or path that
 * leads to it, and not a placeholder. A JSON object is one when a text in it is.
 */
export function mayBeSecret(text: string): boolean {
  const trimmed = text.trim();
  if (PLACEHOLDERS.some((placeholder) => placeholder.test(trimmed))) return false;
  const texts = textsOfJson(trimmed);
  return texts === undefined || texts.some((member) => mayBeSecret(member));
}

/** Texts in a JSON object or list; undefined when the text is neither. */
function textsOfJson(text: string): readonly string[] | undefined {
  if (!/^[{[]/.test(text) || text.length > MAX_LENGTH) return undefined;
  const texts: string[] = [];
  try {
    JSON.parse(text, (_, member: unknown) => {
      if (typeof member === 'string') texts.push(member);
      return member;
    });
  } catch {
    return undefined;
  }
  return texts;
}

/** Shannon entropy of a text in bits per character; random base64 of 40 characters has more than 4. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    entropy -= share * Math.log2(share);
  }
  return entropy;
}
