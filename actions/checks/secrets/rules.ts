/** A kind of credential that is known by its looks. */
export interface Rule {
  name: string
  /** Each match begins with one of these: text without them is not looked at closely. */
  beginnings: readonly string[]
  /** The group `value`, where there is one, is the secret; else the whole match is. */
  pattern: string
  /** The most that a match may span; elsewhere few hundred characters do. */
  reach?: number
}

/** Known from their issuers' own documentation: a fixed beginning, then what only a generator writes. */
export const RULES: readonly Rule[] = [
  { name: 'aws-access-key', beginnings: ['AKIA', 'ASIA'], pattern: '[A-Z2-7]{16}' },
  {
    name: 'aws-secret-key',
    beginnings: ['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY', 'SecretAccessKey'],
    pattern: `["']?\\s{0,9}[=:]\\s{0,9}["']?(?P<value>[A-Za-z0-9/+]{40})`,
  },
  {
    name: 'github-token',
    beginnings: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: '[A-Za-z0-9]{36,}',
  },
  { name: 'github-token', beginnings: ['github_pat_'], pattern: '[A-Za-z0-9]{22}_[A-Za-z0-9]{59}' },
  { name: 'gitlab-token', beginnings: ['glpat-', 'gldt-', 'glrt-'], pattern: '[A-Za-z0-9_-]{20,}' },
  {
    name: 'slack-token',
    beginnings: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-'],
    pattern: '[0-9]{8,}-[0-9A-Za-z-]{10,}',
  },
  {
    name: 'slack-webhook',
    beginnings: ['hooks.slack.com/services/'],
    pattern: '(?P<value>T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{20,})',
  },
  { name: 'stripe-key', beginnings: ['sk_live_', 'rk_live_'], pattern: '[0-9A-Za-z]{24,}' },
  { name: 'google-api-key', beginnings: ['AIza'], pattern: '[0-9A-Za-z_-]{35}' },
  { name: 'google-oauth-secret', beginnings: ['GOCSPX-'], pattern: '[0-9A-Za-z_-]{28}' },
  { name: 'npm-token', beginnings: ['npm_'], pattern: '[A-Za-z0-9]{36}' },
  { name: 'pypi-token', beginnings: ['pypi-AgE'], pattern: '[A-Za-z0-9_-]{60,}', reach: 500 },
  { name: 'docker-hub-token', beginnings: ['dckr_pat_', 'dckr_oat_'], pattern: '[A-Za-z0-9_-]{27,}' },
  { name: 'sendgrid-key', beginnings: ['SG.'], pattern: '[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}' },
  { name: 'anthropic-key', beginnings: ['sk-ant-'], pattern: '[A-Za-z0-9_-]{40,}' },
  { name: 'openai-key', beginnings: ['sk-proj-', 'sk-svcacct-'], pattern: '[A-Za-z0-9_-]{40,}' },
  { name: 'hugging-face-token', beginnings: ['hf_'], pattern: '[A-Za-z]{34}' },
  { name: 'digitalocean-token', beginnings: ['dop_v1_', 'doo_v1_'], pattern: '[0-9a-f]{64}' },
  { name: 'vault-token', beginnings: ['hvs.'], pattern: '[A-Za-z0-9_-]{90,}' },
  {
    name: 'azure-storage-key',
    beginnings: ['AccountKey='],
    pattern: '(?P<value>[A-Za-z0-9+/]{86}==)',
  },
  {
    name: 'jwt',
    beginnings: ['eyJ'],
    pattern: '[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}',
    reach: 2000,
  },
  {
    // Libraries name the head alone; only a body makes it a key, whose lines may be joined by a written \n.
    name: 'private-key',
    beginnings: ['-----BEGIN '],
    pattern:
      '(?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\\s|\\\\r|\\\\n|[A-Za-z-]+: [^\\n]*\\n)+(?P<value>(?:[A-Za-z0-9+/=]|\\s|\\\\r|\\\\n){100})',
    reach: 1000,
  },
]
