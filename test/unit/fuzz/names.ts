import { readBoolean, readInteger, readLines, readPairs } from '../../../actions/base/inputs.ts'
import { formatPlatform, parsePlatform } from '../../../actions/base/platform.ts'
import {
  formatReference,
  formatRepository,
  parseReference,
  parseRepository,
} from '../../../actions/base/reference.ts'
import { normalUrl } from '../../../actions/nodes/names.ts'
import { readPolicies } from '../../../actions/nodes/update/policy.ts'
import { parseCommandLine } from '../../../actions/pipeline/command-line.ts'
import { readBuildArgs } from '../../../actions/plan/build-args.ts'
import { readLabels } from '../../../actions/plan/labels.ts'
import { readRunners } from '../../../actions/plan/matrix.ts'
import { checkPath } from '../../../actions/plan/paths.ts'
import { readRegistries, repositoriesOf } from '../../../actions/plan/repositories.ts'
import { splitList } from '../../../actions/plan/request.ts'
import { parseHost } from '../../../actions/registry/hosts.ts'
import { readDestination } from '../../../actions/rollback/destination.ts'
import { readManifest } from '../../../actions/runner/command-line/manifest-inputs.ts'
import { parseOptions } from '../../../actions/runner/command-line/options.ts'
import { parseMinimum } from '../../../actions/setup/requirement.ts'
import { DIGEST, linesOf, only, type Parser } from './parsers.ts'

const OPTIONS = readManifest(new URL('../../../action.yml', import.meta.url))

/** What a person writes: references, platforms, inputs, the command line. */
export const NAMES: readonly Parser[] = [
  {
    where: 'base/reference.ts parseReference',
    samples: [
      'ghcr.io/owner/app:1.2.3',
      `docker.io/library/a@${DIGEST}`,
      '[::1]:5000/a/b',
      'localhost:5000/a',
    ],
    parse: parseReference,
    write: formatReference,
  },
  {
    where: 'base/reference.ts parseRepository',
    samples: ['ghcr.io/owner/app', '127.0.0.1:5000/a/b/c', 'quay.io/o-rg/a__b'],
    parse: parseRepository,
    write: formatRepository,
  },
  {
    where: 'base/platform.ts parsePlatform',
    samples: ['linux/amd64', 'linux/arm/v7', 'arm64', 'windows/amd64'],
    parse: parsePlatform,
    write: formatPlatform,
  },
  {
    where: 'registry/hosts.ts parseHost',
    samples: ['ghcr.io', 'localhost:5000', '[::1]:80'],
    parse: parseHost,
  },
  {
    where: 'rollback/destination.ts readDestination',
    samples: ['previous', '1.2.3', DIGEST, `receipt-0123456789ab-1@${DIGEST}`, './a.json'],
    parse: readDestination,
  },
  {
    where: 'setup/requirement.ts parseMinimum',
    samples: ['auto', '1.35', '1.35.4'],
    parse: parseMinimum,
    write: (value: string) => value,
  },
  {
    where: 'plan/request.ts splitList',
    samples: ['ghcr.io/a, docker.io/b\n# no\nquay.io/c'],
    parse: splitList,
    // The comma in front, as a line that begins with # is a comment.
    write: (list: string[]) => `,${list.join(',')}`,
  },
  {
    where: 'plan/matrix.ts readRunners',
    samples: ['linux/arm64=ubuntu-24.04-arm\nlinux/*=[self-hosted, x]'],
    parse: (text) => readRunners(linesOf(text)),
  },
  {
    where: 'plan/build-args.ts readBuildArgs',
    samples: ['A=1\nB_C=x=y', 'TOKEN='],
    parse: (text) => readBuildArgs(text),
  },
  {
    where: 'plan/labels.ts readLabels',
    samples: ['org.opencontainers.image.title=App\na=b=c'],
    parse: (text) => readLabels(linesOf(text), 'labels', (each) => each),
  },
  {
    where: 'plan/repositories.ts readRegistries',
    samples: ['ghcr.io/owner\ndocker.io/o', 'localhost:5000/x/'],
    parse: (text) => repositoriesOf('app', readRegistries(linesOf(text), 'octo', '')),
  },
  {
    where: 'plan/paths.ts checkPath',
    samples: ['docker/Containerfile', './a/b', '../a', '/etc/passwd'],
    parse: (text) => checkPath(text, 'file'),
  },
  {
    where: 'nodes/update/policy.ts readPolicies',
    samples: ['branch\nowner/name=tag\na=branch:main'],
    parse: (text) => readPolicies(linesOf(text)),
  },
  {
    where: 'nodes/names.ts normalUrl',
    samples: ['https://github.com/owner/name.git', 'git@github.com:owner/name', 'ssh://git@h:22/a/b'],
    parse: normalUrl,
  },
  {
    where: 'pipeline/command-line.ts parseCommandLine',
    samples: [
      'run\n--checkout\n../app\n--skip-push=true',
      'cleanup\nghcr.io/o/a\n--tags\npr-*\n--yes',
      'rollback\nghcr.io/o/a:latest\n1.2.2',
      'help\nverify',
    ],
    parse: (text) => parseCommandLine(text.split('\n')),
  },
  {
    where: 'runner/command-line/options.ts parseOptions',
    samples: ['--checkout\n../app\n--skip-push=true\n--help', '--tags=a\n--tags\nb\n-h\n--\nc'],
    parse: (text) => parseOptions(text.split('\n'), OPTIONS, { asks: true, takesWords: true }),
  },
  {
    where: 'base/inputs.ts readBoolean',
    samples: ['true', 'False', 'YES'],
    parse: (text) => readBoolean(only('a', text), 'a'),
  },
  {
    where: 'base/inputs.ts readLines',
    samples: ['a\n# b\nc'],
    parse: (text) => readLines(only('a', text), 'a'),
  },
  {
    where: 'base/inputs.ts readInteger',
    samples: ['3', '007', '1e3'],
    parse: (text) => readInteger(only('a', text), 'a', { min: 1, max: 10 }),
  },
  {
    where: 'base/inputs.ts readPairs',
    samples: ['a=b\nc=d=e'],
    parse: (text) => readPairs(only('a', text), 'a'),
  },
]
