import { Canaries } from '../../canaries.ts'

/** A secret of each kind that a run can be given; each is seen nowhere but where it was given. */
export const CANARIES = {
  githubToken: 'ghs_Canary0GithubToken0Zq7w',
  dockerhubToken: 'dckr_pat_Canary-Hub_Token+9x/=',
  registryPassword: 'canary:registry "p%ss" & <word>',
  helperSecret: 'canary-of-a-credential-helper-41',
  existingLogin: 'canary-of-an-earlier-login-77',
  netrc: 'canary-of-the-netrc-file-83',
  buildSecret: 'canary-build-secret-5d41402abc',
  severalLines:
    '-----BEGIN CANARY KEY-----\nY2FuYXJ5LWxpbmUtb25l\nY2FuYXJ5LWxpbmUtdHdv\n-----END CANARY KEY-----\n',
  json: '{"canary-json":{"token":"canary-in-json-2718","quote":"\\"x\\""}}',
  secretFile: 'canary-of-a-secret-file-31415',
} as const

export const canaries = new Canaries(CANARIES)
