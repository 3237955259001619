import type { CheckPath, Finding } from '../check.ts'
import type { Contents } from '../contents/contents.ts'
import type { ImageUser } from '../contents/facts.ts'
import type { ImageChecks } from '../file/image.ts'
import type { Results } from '../results.ts'

type Asked = NonNullable<ImageChecks['user']>

/** USER as it is written, or whom it means by the image's own files. */
export async function checkUser(
  asked: Asked,
  written: string,
  contents: Contents | undefined,
  results: Results,
): Promise<void> {
  if (typeof asked === 'string') {
    const name = asked === '' ? 'there is no USER' : `USER is ${asked}`
    await results.check(['image', 'user'], name, () =>
      asked === written ? undefined : another(asked, written),
    )
    return
  }
  const user = contents?.users.whoIs(written) ?? {}
  for (const key of ['name', 'uid', 'gid'] as const) {
    const value = asked[key]
    if (value === undefined) continue
    const path: CheckPath = ['image', 'user', key]
    await results.check(path, `it runs as ${key} ${value}`, () => findingOf(key, value, { user, written }))
  }
}

function another(asked: string, written: string): Finding {
  if (asked === '')
    return {
      expected: 'no USER',
      actual: written,
      hint: 'Take the line USER out, or name the user here.',
    }
  return {
    expected: asked,
    actual: written === '' ? 'no USER, so root' : written,
    hint: `Write USER ${asked}.`,
  }
}

function findingOf(
  key: keyof ImageUser,
  value: string | number,
  { user, written }: { user: ImageUser; written: string },
): Finding | undefined {
  const actual = user[key]
  if (actual === value) return undefined
  const by = written === '' ? 'there is no USER, so it is root' : `USER is ${written}`
  return {
    expected: `${key} ${value}`,
    actual: actual === undefined ? `no ${key} (${by})` : `${key} ${actual} (${by})`,
    hint: hintFor(user, written),
  }
}

function hintFor(user: ImageUser, written: string): string {
  if (written !== '' && user.uid === undefined)
    return `The image's /etc/passwd has no user ${written.split(':')[0]}: make it before USER names it.`
  if (written !== '' && user.gid === undefined)
    return `The image's /etc/group has no group ${written.split(':')[1]}: make it before USER names it.`
  if (user.name === undefined) return "The image's /etc/passwd has no name for this id."
  return 'Make the user with these ids, and name it in USER after the last step that needs root.'
}
