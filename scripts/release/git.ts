import { execFileSync } from 'node:child_process'
import { type Commit, readCommit } from './commits.ts'
import type { RemoteTag } from './moving.ts'
import { Refusal } from './refusal.ts'
import { versionOfTag } from './version.ts'

interface GitOptions {
  input?: string
  env?: Record<string, string>
}

/** A release tag of this clone. */
export interface Released {
  version: string
  commit: string
  parents: readonly string[]
}

/** A clone, and what is asked of it. */
export class Git {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  run(args: readonly string[], { input, env }: GitOptions = {}): string {
    const options = {
      cwd: this.folder,
      encoding: 'utf8' as const,
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, ...env },
    }
    return execFileSync('git', args, input === undefined ? options : { ...options, input })
  }

  /** One line. */
  line(...args: string[]): string {
    return this.run(args).trim()
  }

  lines(...args: string[]): string[] {
    return this.run(args).split('\n').filter(Boolean)
  }

  read(commit: string, path: string): string {
    return this.run(['show', `${commit}:${path}`])
  }

  releases(): Released[] {
    const format = '%(refname:strip=2)%00%(objectname) %(parent)%00%(*objectname) %(*parent)'
    return this.lines('for-each-ref', `--format=${format}`, 'refs/tags/v*').flatMap((line) => {
      const [tag = '', own = '', peeled = ''] = line.split('\0')
      const [commit = '', ...parents] = (peeled.trim() === '' ? own : peeled).trim().split(' ')
      const version = versionOfTag(tag)
      return version === undefined ? [] : [{ version, commit, parents }]
    })
  }

  /** A release commit lies beside its branch, so it is in the past of a commit if its parent is. */
  releasesBefore(commit: string): Released[] {
    const past = new Set(this.lines('rev-list', commit))
    return this.releases().filter((each) => [each.commit, ...each.parents].some((sha) => past.has(sha)))
  }

  /** The newest first; merges tell nothing that their parents don't. */
  commitsBetween(from: string, to: string): Commit[] {
    const text = this.run(['log', '--no-merges', '--format=%H%x00%s%x00%b%x1e', `${from}..${to}`])
    return text.split('\x1e').flatMap((record) => {
      const [sha = '', header = '', body = ''] = record.trimStart().split('\0')
      return sha === '' ? [] : [readCommit(sha, header, body)]
    })
  }

  /** Tags as the origin has them now, not as they were fetched. */
  remoteTags(): Map<string, RemoteTag> {
    const tags = new Map<string, RemoteTag>()
    for (const line of this.lines('ls-remote', '--tags', 'origin')) {
      const [, sha = '', tag = '', peeled] = /^(\w+)\trefs\/tags\/(.+?)(\^\{\})?$/.exec(line) ?? []
      tags.set(
        tag,
        peeled ? { object: tags.get(tag)?.object ?? sha, commit: sha } : { object: sha, commit: sha },
      )
    }
    return tags
  }

  /** With a token, which only this git sees: it stands neither in its arguments nor in a file. */
  push(args: readonly string[], token: string | undefined): void {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
    const header = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `http.${process.env.GITHUB_SERVER_URL ?? 'https://github.com'}/.extraheader`,
      GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
    }
    try {
      this.run(['push', ...args], token === undefined ? {} : { env: header })
    } catch (cause) {
      const what = 'The push was refused, for the reason that git gives above.'
      throw new Refusal(`${what} Put that right, and run the failed jobs again.`, { cause })
    }
  }
}
