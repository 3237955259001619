import { describe, expect, test } from '@jest/globals'
import { ProcessError } from '../../../../actions/base/process.ts'
import { adviceOn, type FailureKind, failureOf } from '../../../../actions/nodes/git/failures.ts'

const URL = 'https://github.com/o/r'
const said = (stderr: string) =>
  failureOf(new ProcessError('git', { exitCode: 128, stdout: '', stderr }), URL)

const CODES: Record<FailureKind, string> = {
  'not given': 'IMG8401',
  missing: 'IMG8402',
  login: 'IMG8402',
  temporary: 'IMG8403',
  other: 'IMG8403',
  forbidden: 'IMG8404',
  locked: 'IMG8304',
}

describe('what git says of another machine', () => {
  test.each<[FailureKind, string]>([
    ['temporary', "fatal: unable to access 'https://h/r/': The requested URL returned error: 503"],
    ['temporary', "fatal: unable to access 'https://h/r/': The requested URL returned error: 429"],
    ['temporary', "fatal: unable to access 'https://h/r/': Could not resolve host: h"],
    ['temporary', "fatal: unable to access 'https://h/r/': Failed to connect to h port 443"],
    ['temporary', "fatal: unable to access 'https://h/r/': Operation too slow."],
    [
      'temporary',
      'error: RPC failed; curl 18 transfer closed\nfatal: early EOF\nfatal: fetch-pack: invalid index-pack output',
    ],
    ['temporary', 'fatal: the remote end hung up unexpectedly'],
    ['locked', "fatal: Unable to create '/c/shallow.lock': File exists."],
    ['missing', "remote: Repository not found.\nfatal: repository 'https://h/r/' not found"],
    [
      'missing',
      "fatal: '/srv/r' does not appear to be a git repository\nfatal: Could not read from remote repository.",
    ],
    ['missing', "fatal: unable to access 'https://h/r/': The requested URL returned error: 404"],
    ['login', "fatal: could not read Username for 'https://h': terminal prompts disabled"],
    ['login', "fatal: unable to access 'https://h/r/': The requested URL returned error: 403"],
    [
      'not given',
      'fatal: remote error: upload-pack: not our ref 1234\nfatal: the remote end hung up unexpectedly',
    ],
    ['not given', 'error: Server does not allow request for unadvertised object 1234'],
    ['forbidden', "fatal: transport 'ext' not allowed"],
    ['other', 'fatal: something new'],
    ['other', ''],
  ])('is %s: %s', (kind, stderr) => {
    const failure = said(stderr)
    expect([failure.kind, failure.code]).toEqual([kind, CODES[kind]])
    expect(failure.message).toContain(URL)
    expect(failure.hint).not.toBe('')
    expect(adviceOn(failure) !== undefined).toBe(kind === 'temporary' || kind === 'locked')
  })

  test('is told without what one logs in with, on one line', () => {
    const { message } = said("fatal: unable to access 'https://me:secret@h/r/': \u001b[31merror: 502\n")
    expect(message).toContain('https://h/r/')
    expect(message).not.toContain('secret')
    expect(message).not.toContain('\u001b')
  })

  test('only that may be asked again', () => {
    expect(adviceOn(new Error('early EOF'))).toBeUndefined()
  })
})
