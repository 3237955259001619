import type { Criterion } from '../harness/criteria.ts'

/** Looks real, and is in pieces so that nobody who scans this repository thinks so, too. */
const TOKEN = ['ghp', 'R4nd0mL00kingT0kenForTheseTestsAl0ne'].join('_')

const CMD = 'CMD ["uvicorn", "--factory"'
const RUN_IT =
  'uvicorn --factory app.main:create_app --host 0.0.0.0 --port 8000 --timeout-graceful-shutdown 30'

/** Adds lines to the last stage, where root still builds. */
function instead(lines: string): readonly (readonly [string, string])[] {
  return [['USER 1001:1001\n', `${lines}\nUSER 1001:1001\n`]]
}

/** Each criterion of the example, broken by itself. */
export const criteria: Criterion[] = [
  {
    name: 'it runs as root',
    edits: { Containerfile: [['USER 1001:1001\n', '']] },
    fails: ['image.user.gid', 'image.user.name', 'image.user.uid', 'run.process.gid', 'run.process.uid'],
  },
  {
    name: 'it swallows SIGTERM',
    edits: {
      'app/main.py': [
        ['import os\n', 'import os\nimport signal\n'],
        ['        yield\n', '        signal.signal(signal.SIGTERM, signal.SIG_IGN)\n        yield\n'],
      ],
      'image-verify.yml': [['exit: 0, within: 10s', 'exit: 0, within: 2s']],
    },
    // The row in which the database is gone is asked that, too.
    fails: ['matrix.0', 'run.stop'],
  },
  {
    name: 'a shell is process 1, though it hands the signal on',
    edits: {
      Containerfile: [
        [
          'CMD ["uvicorn"',
          `CMD ["sh", "-c", "trap 'kill $!; wait $!; exit 0' TERM; ${RUN_IT} & wait $!"]\n# CMD ["`,
        ],
      ],
    },
    fails: ['run.process.command'],
  },
  {
    name: 'it finds no way to its database, and so never gets healthy',
    edits: {
      'app/settings.py': [['drivername="postgresql+asyncpg"', 'drivername="postgresql+asyncpg", port=1']],
      'image-verify.yml': [['tries: 30', 'tries: 2']],
    },
    fails: ['run.ready'],
    unchecked: [
      ...['command', 'gid', 'uid'].map((key) => `run.process.${key}`),
      ...[0, 1, 2, 3].map((index) => `run.http.${index}`),
      ...[0, 1, 2].map((index) => `run.exec.${index}`),
      ...['run.logs.output', 'run.stop'],
    ],
  },
  {
    name: 'a missing variable is made up',
    edits: {
      'app/settings.py': [
        [
          '        names =',
          '        environment = {"JWT_SECRET_KEY": "x" * 32, **environment}\n        names =',
        ],
      ],
      'image-verify.yml': [
        [
          'exit: non-zero\n    within: 20s\n    output: { contains: JWT',
          'exit: non-zero\n    within: 3s\n    output: { contains: JWT',
        ],
      ],
    },
    fails: ['cases.0'],
  },
  {
    name: 'a secret is a variable',
    edits: { Containerfile: instead(`ENV UPSTREAM=${TOKEN}`) },
    fails: ['secrets'],
    names: ['no secret in its variables'],
  },
  {
    name: 'a secret is an argument, and so in the history',
    edits: { Containerfile: instead('ARG API_TOKEN\nRUN true') },
    options: { buildArgs: { API_TOKEN: TOKEN } },
    fails: ['secrets'],
    names: ['no secret in its history'],
  },
  {
    name: 'a secret is in a file that a later layer deletes',
    edits: {
      '.env': `UPSTREAM=${TOKEN}\n`,
      '.dockerignore': [['!app', '!.env\n!app']],
      Containerfile: instead('COPY .env .env\nRUN rm .env'),
    },
    fails: ['secrets'],
    names: ['no secret in the files of its layers'],
  },
  {
    name: 'pytest is left in',
    edits: { Containerfile: [['--from=builder /srv/.venv', '--from=test /srv/.venv']] },
    fails: ['run.exec.1'],
  },
  {
    name: 'the logs are swallowed',
    edits: { Containerfile: [[CMD, 'CMD ["uvicorn", "--log-level", "critical", "--factory"']] },
    fails: ['run.logs.output'],
  },
  {
    name: 'there is no HEALTHCHECK',
    edits: {
      Containerfile: [
        ['HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \\\n  CMD', '#'],
      ],
    },
    fails: ['image.healthcheck'],
    unchecked: ['command', 'interval', 'retries', 'start-period', 'timeout'].map(
      (key) => `image.healthcheck.${key}`,
    ),
  },
  {
    name: 'the sources are copied before the dependencies are installed',
    edits: { Containerfile: [['COPY requirements.lock ./', 'COPY . .']] },
    fails: ['rebuild.0.cached.0'],
  },
]

/** What is out of each other's way, and so can be broken in one copy. */
export const independent: Criterion[] = [
  {
    name: 'only the first missing variable is named',
    edits: { 'app/settings.py': [["', '.join(missing)", 'missing[0]']] },
    fails: ['cases.1'],
  },
  {
    name: 'a password is logged',
    edits: { 'app/main.py': [['    app = FastAPI(', '    print(settings)\n    app = FastAPI(']] },
    fails: ['run.logs.output'],
  },
  {
    name: 'health lies about the database',
    edits: { 'app/health.py': [['return False', 'return True']] },
    fails: ['matrix.0.http.0'],
  },
  {
    name: 'health needs the object store',
    edits: {
      'app/health.py': [['"ok" if database else "failing"', '"ok" if database and objects else "failing"']],
    },
    fails: ['run.http.0'],
  },
  {
    name: 'the tests are in the image',
    edits: {
      '.dockerignore': [['!app', '!app\n!tests']],
      Containerfile: instead('COPY tests tests'),
    },
    fails: ['run.exec.0'],
  },
  {
    name: 'bytecode is not compiled',
    edits: {
      Containerfile: [[' \\\n && python3 -m compileall -q --invalidation-mode unchecked-hash app', '']],
    },
    fails: ['files.1.exists'],
    unchecked: ['files.1.non-empty'],
  },
  {
    name: 'the user has a home',
    edits: { Containerfile: instead('RUN mkdir /home/app') },
    fails: ['files.3.exists'],
  },
  {
    name: 'a program gives its user the rights of root',
    edits: { Containerfile: instead('RUN chmod u+s /usr/bin/env') },
    fails: ['hardening.setuid'],
  },
]
