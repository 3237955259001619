import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { InputError, UserError, UserErrors, userErrorsOf } from '../../../actions/base/errors.ts'
import { leftovers } from '../jobs.ts'
import { broken, CHECK_FILE, openVerifyFixture, runVerify, type VerifyFixture } from './fixture.ts'

let fixture: VerifyFixture
beforeAll(async () => {
  fixture = await openVerifyFixture()
  const checkout = await fixture.checkout({})
  await fixture.podman('build', '--quiet', '--format', 'docker', '--tag', 'server', checkout)
})
afterAll(() => fixture.remove())

/** A run in a checkout that holds this check file. */
async function start(checkFile: string, inputs: Record<string, string> = {}) {
  const checkout = await fixture.checkout({ 'image-verify.yml': checkFile })
  return fixture.verification(checkout, { image: 'server', ...inputs })
}

async function failureOf(running: Promise<unknown>) {
  return running.then(
    () => undefined,
    (error) => error,
  )
}

describe('an image that is as it should be', () => {
  test('passes, tells how many checks there were, and leaves reports and nothing else', async () => {
    const job = await start(CHECK_FILE)
    const { error, document, text } = await runVerify(job)
    expect(error).toBeUndefined()
    expect(document.results.map(({ status }) => status)).not.toContain('failed')
    expect(Object.fromEntries(job.outputs)).toMatchObject({
      passed: String(document.results.length),
      failed: '0',
      unchecked: '0',
      report: join(job.runner.temp, 'image-verify', 'verify.json'),
      junit: join(job.runner.temp, 'image-verify', 'verify.junit.xml'),
    })
    expect(JSON.parse(await readFile(job.outputs.get('report')!, 'utf8'))).toEqual(document)
    expect(await readFile(job.outputs.get('junit')!, 'utf8')).toContain('failures="0"')
    expect(text).toContain(`${document.results.length} passed`)
    expect(job.summary.join('\n')).toContain(`${document.results.length} passed`)
    expect([await leftovers(job), await fixture.containers()]).toEqual([['image-verify'], []])
  })

  test('passes as well under its id, with variables of the input and reports elsewhere', async () => {
    const id = await fixture.podman('image', 'inspect', '--format', '{{.Id}}', 'server')
    const checks = CHECK_FILE.replace('stop:', 'logs: { stdout: { contains: serving as else } }\n  stop:')
    const job = await start(checks, { image: id, variables: 'name=else', reports: 'out/here' })
    expect((await runVerify(job)).error).toBeUndefined()
    const report = join(job.runner.event.workspace, 'out/here/verify.json')
    expect(job.outputs.get('report')).toBe(report)
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ schema: 1, name: id })
  })
})

describe('an image that is not', () => {
  test('fails with an error on the line of each check, once all are made and reported', async () => {
    const job = await start(broken().replace('uid: 1001', 'uid: 7'))
    const { error, document } = await runVerify(job)
    expect(error).toBeInstanceOf(UserErrors)
    const places = error!.errors.map(({ place }) => `${place?.file}:${place?.line}`)
    expect(places).toEqual(['image-verify.yml:3', 'image-verify.yml:10'])
    expect(job.outputs.get('failed')).toBe('2')
    expect(document.results.filter(({ status }) => status === 'passed').length).toBeGreaterThan(2)
    expect(await readFile(job.outputs.get('junit')!, 'utf8')).toContain('failures="2"')
    expect(job.summary.join('\n')).toContain('2 failed')
    expect(await fixture.containers()).toEqual([])
  })

  test('fails where a step of its build is not cached as it should be', async () => {
    const rebuild = 'rebuild:\n  - edit: file\n    cached: [COPY busybox, COPY file]\n'
    const { error } = await runVerify(await start(`version: 1\n${rebuild}`))
    expect(error!.errors).toHaveLength(1)
    expect(String(error)).toContain('COPY file')
  })
})

describe('what keeps it from being verified', () => {
  test('in inputs and check file is told at once, and nothing is begun', async () => {
    const job = await start('version: 1\nimages: {}\nfiles: [{ path: relative }]\n', { context: '../x' })
    const failure = await failureOf(runVerify(job))
    const errors = userErrorsOf(failure)
    expect(errors.every((error) => error instanceof InputError)).toBe(true)
    expect(errors.map(({ place, message }) => place?.line ?? message)).toEqual([
      'The context "../x" lies outside the checkout.',
      2,
      3,
    ])
    expect(await leftovers(job)).toEqual([])
  })

  test.each([
    ['a check file that is a folder', { file: '.' }, 'The check file "." can\'t be read.'],
    ['a check file that is not there', { file: 'none.yml' }, 'The check file "none.yml" can\'t be read.'],
    ['an image that is not there', { image: 'localhost/none' }, 'The image localhost/none is not there'],
    [
      'reports that nobody may write',
      { reports: '/dev/null/x' },
      "IMG9104 The reports can't be written to /dev/null/x",
    ],
    ['sources that are not there', { containerfile: 'None' }, 'The file "None" does not exist.'],
  ])('%s', async (_what, inputs, message) => {
    const checks = 'version: 1\nrebuild: [{ edit: file, cached: [COPY busybox] }]\n'
    const failure = await failureOf(runVerify(await start(checks, inputs)))
    expect(failure).toBeInstanceOf(UserError)
    expect(`${(failure as UserError).code} ${failure}`).toContain(message)
  })
})

test('a login of the job is hidden, and gone afterwards', async () => {
  const job = await start('version: 1\nimage: { max-layers: 9 }\n', { 'github-token': 'ghs_canary' })
  await runVerify(job)
  expect(job.masked).toContain('ghs_canary')
  expect(await leftovers(job)).toEqual(['image-verify'])
})
