/** Looks random, is not: letters and digits in an order that no word has. */
export function random(length: number, alphabet = 'q7Zb3Kx9LmW2vRt5YpC8nHd4Gs6Jf'): string {
  return Array.from(
    { length },
    (_each, index) => alphabet[(index * 7 + (index >> 3)) % alphabet.length],
  ).join('')
}

const LETTERS = 'QZBKXLMWVRTYPCNHDGSJF'
const HEX = '0f9a3c7e1b8d2465'

/** Each in parts, so that no scanner takes this file for a leak. */
export const TOKENS: Record<string, string> = {
  'aws-access-key': `AKIA${random(16, `${LETTERS}234567`)}`,
  'github-token': `ghp_${random(36)}`,
  'gitlab-token': `glpat-${random(20)}`,
  'slack-token': `xoxb-${random(12, '1234567890')}-${random(24)}`,
  'stripe-key': `sk_live_${random(24)}`,
  'google-api-key': `AIza${random(35)}`,
  'google-oauth-secret': `GOCSPX-${random(28)}`,
  'npm-token': `npm_${random(36)}`,
  'pypi-token': `pypi-AgE${random(150)}`,
  'docker-hub-token': `dckr_pat_${random(27)}`,
  'sendgrid-key': `SG.${random(22)}.${random(43)}`,
  'anthropic-key': `sk-ant-${random(90)}`,
  'openai-key': `sk-proj-${random(100)}`,
  'hugging-face-token': `hf_${random(34, LETTERS)}`,
  'digitalocean-token': `dop_v1_${random(64, HEX)}`,
  'vault-token': `hvs.${random(95)}`,
  jwt: `eyJ${random(20)}.eyJ${random(40)}.${random(43)}`,
}

export function privateKey(kind = 'RSA ', lineEnd = '\n'): string {
  const body = Array.from({ length: 5 }, () => random(64)).join(lineEnd)
  return `-----BEGIN ${kind}PRIVATE KEY-----${lineEnd}${body}${lineEnd}-----END ${kind}PRIVATE KEY-----${lineEnd}`
}
