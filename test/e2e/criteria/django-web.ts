import type { Criterion } from '../harness/criteria.ts'

/** Looks real, and is in pieces so that nobody who scans this repository thinks so, too. */
const TOKEN = ['ghp', 'R4nd0mL00kingT0kenForTheseTestsAl0ne'].join('_')

/** Adds lines to the last stage, where root still builds. */
function asRoot(lines: string): readonly (readonly [string, string])[] {
  return [['USER 1000:1000\n', `${lines}\nUSER 1000:1000\n`]]
}

/**
 * The criteria of the example's check file, broken. A verification takes long, so each copy is spoilt in several ways, none
 * of which has to do with another: what fails in it must be what they say, together.
 */
export const copies: { name: string; criteria: Criterion[] }[] = [
  {
    name: 'of what it holds',
    criteria: [
      {
        name: 'there is no HEALTHCHECK',
        edits: {
          Containerfile: [
            ['HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \\\n    CMD', '#'],
          ],
        },
        fails: ['image.healthcheck'],
      },
      {
        name: 'the sources are copied before the dependencies are installed',
        edits: { Containerfile: [['COPY requirements.lock ./', 'COPY . .']] },
        fails: ['rebuild.0.cached'],
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
        fails: ['files.1.owner', 'rebuild.0.rebuilt'],
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
        fails: ['files.5'],
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
          Containerfile: asRoot('RUN mkdir -p /root/.cache/pip/http && touch /root/.cache/pip/http/x'),
        },
        fails: ['hardening.package-caches'],
      },
    ],
  },
  {
    name: 'of who runs it, and with what',
    criteria: [
      {
        name: 'it runs as root',
        edits: { Containerfile: [['EXPOSE 8000', 'USER root\nEXPOSE 8000']] },
        fails: [
          'image.user',
          'run.process.gid',
          'run.process.uid',
          'run.exec.0.stdout',
          'run.exec.1.stdout',
          'run.exec.6',
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
          'image-verify.yml': [['exit: non-zero', 'within: 3s\n    exit: non-zero']],
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
    criteria: [
      {
        name: 'the shell stays process 1 and swallows SIGTERM',
        edits: {
          'entrypoint.sh': [['exec "$@"', '"$@"']],
          'image-verify.yml': [['within: 10s', 'within: 2s']],
        },
        fails: ['run.stop', 'run.process.command', 'cases.3.stdout'],
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
        fails: ['run.http.2', 'run.http.3'],
      },
      {
        name: 'notes are for everybody',
        edits: { 'notes/views.py': [['class Notes(LoginRequiredMixin, ', 'class Notes(']] },
        fails: ['run.http.5'],
      },
    ],
  },
  {
    name: 'of what the build makes',
    criteria: [
      {
        name: 'the CSS is compiled of no template',
        edits: {
          'frontend/css/input.css': [['@import "tailwindcss"', '@import "tailwindcss" source(none)']],
        },
        fails: ['files.4.contains', 'files.5.contains', 'run.http.2'],
      },
      {
        name: 'nothing migrates',
        edits: { 'entrypoint.sh': [['python manage.py migrate --noinput\n', '']] },
        fails: ['run.exec.2', 'run.exec.5', 'run.logs.stdout', 'cases.2'],
      },
      {
        name: 'static files are not collected',
        edits: { Containerfile: [['RUN python manage.py collectstatic', '# ']] },
        fails: ['files.2', 'files.3', 'run.http.1', 'run.exec.7', 'matrix.1.exec.0'],
      },
    ],
  },
]
