import { expect, test } from '@jest/globals'
import { gitEnvironment } from '../../../../actions/nodes/git/environment.ts'

test('git asks nobody, and works nowhere else; how others are reached is the user’s', () => {
  const given = {
    HOME: '/home/me',
    GIT_DIR: '/other',
    GIT_WORK_TREE: '/other',
    GIT_INDEX_FILE: '/other',
    GIT_OBJECT_DIRECTORY: '/other',
    GIT_ALTERNATE_OBJECT_DIRECTORIES: '/other',
    GIT_CONFIG_PARAMETERS: "'core.fsmonitor=true'",
    GIT_EXTERNAL_DIFF: 'other',
    GIT_SSH_COMMAND: 'other',
    GIT_TERMINAL_PROMPT: '1',
    GIT_ASKPASS: 'ask',
    GIT_CONFIG_GLOBAL: '/mine',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.proxy',
    GIT_CONFIG_VALUE_0: 'http://proxy',
    GIT_SSL_CAINFO: '/ca.pem',
  }
  expect(gitEnvironment(given)).toEqual({
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
    GIT_OBJECT_DIRECTORY: undefined,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
    GIT_CONFIG_PARAMETERS: undefined,
    GIT_EXTERNAL_DIFF: undefined,
    GIT_SSH_COMMAND: undefined,
    GIT_CONFIG_GLOBAL: '/mine',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.proxy',
    GIT_CONFIG_VALUE_0: 'http://proxy',
    GIT_SSL_CAINFO: '/ca.pem',
    GIT_CEILING_DIRECTORIES: '/',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
    LC_ALL: 'C',
  })
})
