import type { Criterion } from '../harness/criteria.ts'
import type { Edits } from '../harness/example-files.ts'

/** Looks real, and is in pieces so that nobody who scans this repository thinks so, too. */
const TOKEN = ['ghp', 'R4nd0mL00kingT0kenForTheseTestsAl0ne'].join('_')

/** Adds lines to the last stage, where root still builds. */
function asRoot(lines: string): readonly (readonly [string, string])[] {
  return [['USER 1000:1000\n', `${lines}\nUSER 1000:1000\n`]]
}

/** Two builds more; what none of these has to do with is asked of the first copy alone. */
const WITHOUT_REBUILD: Edits = {
  'image-verify.yml': [
    [
      `rebuild:
  - edit: notes/views.py
    cached: [uv pip sync, npm ci, npm run build, "COPY --from=builder /venv"]
    rebuilt: ["COPY --chown=app:app . .", collectstatic]
`,
      '',
    ],
  ],
}

/**
 * The criteria of the example's check file, broken. A verification takes long, so each copy is spoilt in several ways, none
 * of which has to do with another: what fails in it must be what they say, together.
 */
export const copies: { name: string; asked: Edits; criteria: Criterion[] }[] = [
  {
    name: 'of what it holds',
    asked: {},
    criteria: [
      {
        name: 'there is no HEALTHCHECK',
        edits: {
          Containerfile: [
            ['HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \\\n    CMD', '#'],
          ],
        },
        fails: ['image.healthcheck'],
        unchecked: ['command', 'interval', 'timeout', 'start-period', 'retries'].map(
          (key) => `image.healthcheck.${key}`,
        ),
      },
      {
        name: 'the sources are copied before the dependencies are installed',
        edits: { Containerfile: [['COPY requirements.lock ./', 'COPY . .']] },
        fails: ['rebuild.0.cached.0', 'rebuild.0.cached.3'],
      },
      {
        name: 'pytest is left in',
        edits: {
          Containerfile: [['requirements.lock', 'requirements-dev.lock']],
          '.dockerignore': [['requirements-dev.lock\n', '']],
        },
        fails: ['run.exec.8'],
      },
      {
        name: 'the sources are not chowned',
        edits: { Containerfile: [['COPY --chown=app:app . .', 'COPY . .']] },
        fails: ['files.1.owner', 'rebuild.0.rebuilt.0'],
      },
      {
        name: 'the tests are in the image',
        edits: { '.dockerignore': [['\ntests\n', '\n']] },
        fails: ['files.7.exists'],
      },
      {
        name: 'the CSS is not kept outside of /src',
        edits: {
          Containerfile: [['COPY --from=assets /assets/frontend/css/tailwind.css /opt', '# /opt']],
        },
        fails: ['files.5.exists'],
        unchecked: ['files.5.owner', 'files.5.contains.0'],
      },
      {
        name: 'a secret is in a file that a later layer deletes',
        edits: { Containerfile: asRoot(`RUN echo UPSTREAM=${TOKEN} > /srv/.env\nRUN rm /srv/.env`) },
        fails: ['secrets'],
      },
      {
        name: 'a program gives its user the rights of root',
        edits: { Containerfile: asRoot('RUN chmod u+s /usr/bin/env') },
        fails: ['hardening.setuid'],
      },
      {
        name: 'everybody may write what uv left',
        edits: { Containerfile: [[' \\\n    && rm /venv/.lock', '']] },
        fails: ['hardening.world-writable'],
      },
      {
        name: 'a package cache is left',
        edits: {
          Containerfile: asRoot(
            'RUN mkdir -p /var/lib/apt/lists && echo x > /var/lib/apt/lists/deb.example.org_Packages',
          ),
        },
        fails: ['hardening.package-caches'],
      },
    ],
  },
  {
    name: 'of who runs it, and with what',
    asked: WITHOUT_REBUILD,
    criteria: [
      {
        name: 'it runs as root',
        edits: { Containerfile: [['EXPOSE 8000', 'USER root\nEXPOSE 8000']] },
        fails: [
          'image.user.name',
          'image.user.uid',
          'image.user.gid',
          'run.process.uid',
          'run.process.gid',
          'run.exec.0',
          'run.exec.1',
          'run.exec.6',
          'matrix.1',
        ],
      },
      {
        name: 'a missing secret is made up',
        edits: {
          'config/settings.py': [
            ['("SECRET_KEY", "DATABASE_URL"', '("DATABASE_URL"'],
            [
              'os.environ["SECRET_KEY"]',
              'os.environ.get("SECRET_KEY", "made up of more than fifty characters" * 2)',
            ],
          ],
          'image-verify.yml': [['name: without SECRET_KEY\n', 'name: without SECRET_KEY\n    within: 3s\n']],
        },
        fails: ['cases.0'],
      },
      {
        name: 'a model has no migration',
        edits: { 'notes/models.py': [['max_length=2000', 'max_length=3000']] },
        fails: ['run.exec.3'],
      },
      {
        name: 'cookies travel without TLS',
        edits: { 'config/settings.py': [['CSRF_COOKIE_SECURE = not DEBUG', 'CSRF_COOKIE_SECURE = False']] },
        fails: ['run.exec.4'],
      },
      {
        name: 'a password is logged',
        edits: {
          'config/asgi.py': [
            ['application = ', 'print(os.environ["DATABASE_URL"], flush=True)\napplication = '],
          ],
        },
        fails: ['run.logs.output'],
      },
    ],
  },
  {
    name: 'of how it starts and stops',
    asked: WITHOUT_REBUILD,
    criteria: [
      {
        name: 'the shell stays process 1 and swallows SIGTERM',
        edits: {
          'entrypoint.sh': [['exec "$@"', '"$@"']],
          'image-verify.yml': [['within: 10s', 'within: 2s']],
        },
        fails: ['run.stop', 'run.process.command', 'cases.3', 'matrix.0', 'matrix.1'],
      },
      {
        name: 'the logs are swallowed',
        edits: { Containerfile: [['"--lifespan", "off"', '"--lifespan", "off", "--log-level", "critical"']] },
        fails: ['run.logs.output', 'matrix.0.logs.output', 'matrix.1.logs.output'],
      },
      {
        name: 'nobody serves static files',
        edits: {
          'config/settings.py': [['    "whitenoise.middleware.WhiteNoiseMiddleware",\n', '']],
        },
        fails: ['run.http.2', 'run.http.3', 'matrix.0', 'matrix.1'],
      },
      {
        name: 'whoever is not logged in is sent elsewhere',
        edits: { 'config/settings.py': [['LOGIN_URL = "login"', 'LOGIN_URL = "home"']] },
        fails: ['run.http.5', 'matrix.0', 'matrix.1'],
      },
    ],
  },
  {
    name: 'of what the build makes',
    asked: WITHOUT_REBUILD,
    criteria: [
      {
        name: 'the CSS is compiled of no template',
        edits: {
          'frontend/css/input.css': [['@import "tailwindcss"', '@import "tailwindcss" source(none)']],
        },
        fails: ['files.4.contains.0', 'files.5.contains.0', 'run.http.2', 'matrix.0', 'matrix.1'],
      },
      {
        name: 'nothing migrates',
        edits: { 'entrypoint.sh': [['python manage.py migrate --noinput\n', '']] },
        fails: ['run.exec.2', 'run.exec.5', 'run.logs.stdout', 'cases.2'],
      },
      {
        name: 'static files are not collected',
        edits: { Containerfile: [['RUN python manage.py collectstatic', '# ']] },
        fails: [
          'files.2.exists',
          'files.3.exists',
          'run.http.1',
          'run.exec.7',
          'matrix.0',
          'matrix.1',
          'matrix.1.exec.0',
        ],
        unchecked: [
          'files.2.type',
          'files.2.non-empty',
          'files.2.owner',
          'files.3.owner',
          'files.3.contains.0',
          'files.3.contains.1',
        ],
      },
    ],
  },
]
