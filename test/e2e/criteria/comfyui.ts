import type { Criterion } from '../harness/criteria.ts'

const options = { target: 'core-cpu' }
/** Rows of the matrix by where they stand in it. What a row asks as run does is asked at the row. */
const MADE = 'matrix.0'
const OTHER = 'matrix.1'
const BY_GOSU = 'matrix.2'
const EXISTING = 'matrix.3'
const ROOT = 'matrix.4'
const GROUPS = 'matrix.5'
const OWNERS_STAY = 'matrix.6'
const READ_ONLY = 'matrix.8'
const LEADING_ZEROS = 'matrix.11'
const TOO_LARGE = 'matrix.13'
const OWNERS = '/app, /app/ComfyUI and what it writes to belong to it, the code to root'

/** What many rows ask: each in a copy of its own. */
export const alone: Criterion[] = [
  {
    name: 'nothing is given to PUID:PGID',
    edits: { 'entrypoint.sh': [['if [ "$CHOWN" = auto ]; then hand_over; fi\n', '']] },
    fails: [OTHER, BY_GOSU, EXISTING, ROOT, `${READ_ONLY}.exec.0`],
    names: [
      `3000:3000: ${OWNERS}`,
      `3000:3000, by gosu: ${OWNERS}`,
      `33:100, which exist: ${OWNERS}`,
      `0:0 is root, with warnings: ${OWNERS}`,
      'a read-only root, with a warning: what is mounted is its own',
    ],
    options,
  },
  {
    name: 'the shell stays process 1',
    edits: {
      'entrypoint.sh': [['exec gosu', 'gosu']],
      'image-verify.yml': [['exit: 0, within: 10s', 'exit: 0, within: 5s']],
    },
    fails: [BY_GOSU, `${BY_GOSU}.process.uid`, `${BY_GOSU}.process.gid`],
    names: [
      `3000:3000, by gosu: ${OWNERS}`,
      '3000:3000, by gosu: SIGTERM ends it with 0 within 5 s',
      '3000:3000, by gosu: every process has uid 3000',
      '3000:3000, by gosu: every process has gid 3000',
    ],
    options,
  },
]

/** One rule of the entrypoint, or of the image around it, and nothing to do with the others. */
export const together: Criterion[] = [
  {
    name: 'nobody is warned of root',
    edits: { 'entrypoint.sh': [['if [ "$uid" = 0 ]; then warn', 'if [ "$uid" = none ]; then warn']] },
    fails: [`${ROOT}.logs.stderr`],
    options,
  },
  {
    name: 'leading zeros are taken',
    edits: { 'entrypoint.sh': [['    0?*)', '    none)']] },
    fails: [LEADING_ZEROS],
    options,
  },
  {
    name: 'ids are taken that are too large',
    edits: { 'entrypoint.sh': [['-gt 2147483647 ]', '-gt 4294967294 ]']] },
    fails: [TOO_LARGE],
    options,
  },
  {
    name: 'a USER is set',
    edits: {
      Containerfile: [
        [
          'CMD ["serve-comfyui", "--listen", "0.0.0.0", "--cpu"]\n',
          'CMD ["serve-comfyui", "--listen", "0.0.0.0", "--cpu"]\nUSER root\n',
        ],
      ],
    },
    fails: ['image.user'],
    options,
  },
  {
    name: 'groups are dropped',
    edits: { 'entrypoint.sh': [['choice=--groups=$groups', 'choice=--clear-groups']] },
    fails: [`${GROUPS}.process.groups`],
    options,
  },
  {
    name: 'setuid programs still give rights',
    edits: { 'entrypoint.sh': [[' --no-new-privs', '']] },
    fails: ['run.process.no-new-privileges', MADE, `${OTHER}.process.no-new-privileges`, READ_ONLY],
    options,
  },
  {
    name: 'the home is another',
    edits: { 'entrypoint.sh': [['::$APP_HOME:', '::/:']] },
    fails: ['run.exec.0', `${MADE}.exec.0`, OTHER, BY_GOSU, GROUPS, `${OWNERS_STAY}.exec.0`],
    options,
  },
]
