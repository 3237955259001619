// actions/create-github-app-token: a token with what was asked for, for whoever has the App's key.
import { appendFileSync } from 'node:fs'

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`]
if (input('client-id') !== 'Iv1.app' || input('private-key') !== 'the key of the App')
  throw new Error('no such App')
if (input('permission-contents') !== 'write' || input('permission-workflows') !== 'write')
  throw new Error('these rights can not push a commit that changes workflows')
appendFileSync(process.env.GITHUB_OUTPUT, 'token=ghs_app\n')
