import type { ImageUser } from './facts.ts'

interface Account {
  name: string
  id: number
  /** Of a user: the group of /etc/passwd. */
  group: number
}

/** Who is who by the image's own /etc/passwd and /etc/group. */
export class Users {
  readonly #users: readonly Account[]
  readonly #groups: readonly Account[]

  constructor(passwd: string, group: string) {
    this.#users = accountsIn(passwd)
    this.#groups = accountsIn(group)
  }

  /** USER as an engine reads it: a name or an id, and perhaps a group; nothing means root. */
  whoIs(user: string): ImageUser {
    const [name = '', group] = user.split(':')
    const account = find(this.#users, name === '' ? '0' : name)
    const uid = account?.id ?? idOf(name === '' ? '0' : name)
    const gid = group ? this.gid(group) : (account?.group ?? (uid === undefined ? undefined : 0))
    return {
      ...(account ? { name: account.name } : {}),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    }
  }

  uid(user: string): number | undefined {
    return find(this.#users, user)?.id ?? idOf(user)
  }

  gid(group: string): number | undefined {
    return find(this.#groups, group)?.id ?? idOf(group)
  }

  /** `app:app`; ids where there are no names. */
  ownerOf({ uid, gid }: { uid: number; gid: number }): string {
    const name = (accounts: readonly Account[], id: number) =>
      accounts.find((account) => account.id === id)?.name ?? String(id)
    return `${name(this.#users, uid)}:${name(this.#groups, gid)}`
  }
}

function find(accounts: readonly Account[], wanted: string): Account | undefined {
  const id = idOf(wanted)
  return accounts.find((account) => account.name === wanted) ?? accounts.find((account) => account.id === id)
}

function idOf(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined
}

function accountsIn(text: string): Account[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', , id = '', group = ''] = line.split(':')
    const number = idOf(id)
    return name === '' || number === undefined ? [] : [{ name, id: number, group: idOf(group) ?? 0 }]
  })
}
