import { describe, expect, test } from '@jest/globals'
import { faultsIn, readText } from './reading.ts'

const DOLLAR = '$'
const FILE = `version: 1
variables: { tag: 17, base: postgres }
services:
  db: { image: "{{base}}:{{ tag }}", port: 5432 }
run:
  env:
    URL: postgres://{{db.host}}:{{db.port}}/x
    LITERAL: '\\{{tag}} {{tag}} \\{{'
`

test('variables, services and what stands for itself are put in', () => {
  const { checks } = readText(FILE)
  expect(checks.services.db?.image).toBe('postgres:17')
  expect(checks.run?.env).toEqual({ URL: 'postgres://127.0.0.1:5432/x', LITERAL: '{{tag}} 17 {{' })
})

test('what is given goes before what the file says', () => {
  expect(readText(FILE, { tag: '18', base: 'local/{{x}}' }).checks.services.db?.image).toBe('local/{{x}}:18')
})

test('what is put in is checked as if it stood there', () => {
  const text = 'version: 1\nimage:\n  max-size: "{{size}}"\n'
  expect(readText(text, { size: '2 KiB' }).checks.image?.['max-size']).toBe(2048)
  expect(faultsIn(text, { size: 'big' })).toEqual([
    '3:13 image › max-size is "big". → Write a size such as 250 MB or 1.5 GiB.',
  ])
})

describe('a name that stands for nothing', () => {
  const END = 'Give it under "variables" or by the input for them; \\{{ stands for itself.'
  test.each([
    ['a slip', '{{potsgres}}', `Nothing is called {{potsgres}}. → Did you mean "postgres"? ${END}`],
    ['a slip in a service', '{{db.hots}}', `Nothing is called {{db.hots}}. → Did you mean "db.host"? ${END}`],
    [
      'nothing like it',
      '{{zzzzzzz}}',
      `Nothing is called {{zzzzzzz}}. → Known names: postgres, db.host, db.port. ${END}`,
    ],
    [
      'a port that is not named',
      '{{db.port}}',
      'The service "db" names no port for {{db.port}}. → Add "port" to services › db.',
    ],
    [
      "GitHub's own",
      `${DOLLAR}{{ vars.NAME }}`,
      `GitHub does not fill in ${DOLLAR}{{ vars.NAME }} in a file. → Write {{name}}, and give its value by the input for variables.`,
    ],
  ])('%s', (_what, template, expected) => {
    const text = `version: 1\nservices: { db: { image: x } }\nrun:\n  env:\n    A: '${template}'\n`
    expect(faultsIn(text, { postgres: 'x' })).toEqual([`5:8 ${expected}`])
  })

  test('a variable made of another', () => {
    expect(faultsIn('version: 1\nvariables: { a: "{{b}}", b: x }\nrun: {}')).toEqual([
      '2:17 {{b}} is not filled in here: no variable is made of others. → Write its value out.',
    ])
  })
})
