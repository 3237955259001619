import { Problems } from '../../../actions/base/errors.ts'
import { listenersIn } from '../../../actions/checks/running/listeners.ts'
import { compilePatterns } from '../../../actions/cleanup/choice/patterns.ts'
import { BuildSteps } from '../../../actions/engine/steps.ts'
import { linesOf as requirementLines, requirementOf } from '../../../actions/nodes/packages/requirements.ts'
import { readSettings, unusualSettings } from '../../../actions/nodes/prove/settings.ts'
import { readImages } from '../../../actions/plan/images.ts'
import { readPlanRequest } from '../../../actions/plan/request.ts'
import { readAttributes } from '../../../actions/plan/tags/csv.ts'
import { loadRender } from '../../../actions/plan/tags/expressions.ts'
import { parseFlavor } from '../../../actions/plan/tags/flavor.ts'
import { parseTagRules } from '../../../actions/plan/tags/rule.ts'
import { readPep440, readSemver } from '../../../actions/plan/tags/versions.ts'
import { parseChallenges } from '../../../actions/registry/challenge.ts'
import { parseWait, waitAskedFor } from '../../../actions/registry/waiting.ts'
import { usesHeredocs } from '../../../actions/setup/heredocs.ts'
import { pushEvent } from '../../push-event.ts'
import { linesOf, only, type Parser } from './parsers.ts'

const RULES =
  'type=semver,pattern={{version}}\ntype=raw,"value=a,b",enable=true\ntype=match,pattern=v(.*),group=1\ntype=sha,format=long'
const facts = { event: pushEvent(), origin: {}, now: new Date(0) } as never

/** Small languages: rules, patterns, versions, headers, what other programs print. */
export const LANGUAGES: readonly Parser[] = [
  { where: 'plan/tags/csv.ts readAttributes', samples: RULES.split('\n'), parse: readAttributes },
  {
    where: 'plan/tags/flavor.ts parseFlavor',
    samples: ['latest=auto\nprefix=a-,onlatest=true\nsuffix=b'],
    parse: parseFlavor,
  },
  {
    where: 'plan/tags/rule.ts parseTagRules',
    samples: [RULES],
    parse: async (text) => {
      const problems = new Problems()
      const rules = await parseTagRules(text, problems)
      problems.throwIfAny()
      return rules
    },
  },
  {
    where: 'plan/tags/expressions.ts loadRender',
    samples: ["{{branch}}-{{date 'YYYYMMDD' tz='Europe/Vienna'}}", '{{#if is_default_branch}}a{{/if}}'],
    parse: async (text) => (await loadRender(facts, [text]))(text),
  },
  {
    where: 'plan/tags/versions.ts readSemver',
    samples: ['1.2.3', 'v1.2.3-rc.1+b.5', '1.2'],
    parse: readSemver,
  },
  {
    where: 'plan/tags/versions.ts readPep440',
    samples: ['1.2.3', '1!2.0rc1.post2.dev3+local', '1.0a'],
    parse: (text) => readPep440(text),
  },
  {
    where: 'plan/images.ts readImages',
    samples: [
      '- image: api\n  context: api\n  platforms: [linux/amd64]\n- {image: web, file: a}',
      '[{"image": "a"}]',
    ],
    parse: async (text) => {
      const problems = new Problems()
      const images = await readImages(
        readPlanRequest(only('images', text)),
        { repositoryName: 'app', readFile: async () => '' } as never,
        problems,
      )
      problems.throwIfAny()
      return images
    },
  },
  {
    where: 'cleanup/choice/patterns.ts compilePatterns',
    samples: ['pr-*\nv[0-9].{1,2}', '/^(a|b)+$/i', '!(x)'],
    parse: async (text) =>
      (await compilePatterns(linesOf(text).filter(Boolean), 'tags'))('pr-1aaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  },
  {
    where: 'nodes/packages/requirements.ts linesOf',
    samples: ['a==1.0 \\\n  --hash=sha256:b # c\n-r x.txt'],
    parse: (text) => requirementLines(text),
  },
  {
    where: 'nodes/packages/requirements.ts requirementOf',
    samples: [
      'torch>=2.0; python_version<"3.13"',
      'a[b]~=1.0',
      'n @ git+https://h/o/n@v1',
      'https://h/n-1.0-py3-none-any.whl',
    ],
    parse: requirementOf,
  },
  {
    where: 'nodes/prove/settings.ts readSettings',
    samples: ['[core]\n\tbare = false\n[remote "origin"]\n\turl = https://h/a ; b\n[include]\n\tpath = /x'],
    parse: (text) => unusualSettings(readSettings(text)),
  },
  {
    where: 'setup/heredocs.ts usesHeredocs',
    samples: ['# escape=`\nFROM a\nRUN cat <<EOF && b \\\n # c\n x\nEOF\nCOPY <<-"X" /y'],
    parse: usesHeredocs,
  },
  {
    where: 'registry/challenge.ts parseChallenges',
    samples: [
      'Bearer realm="https://a/token",service="a",scope="repository:a/b:pull"',
      'Basic realm=x, Bearer realm="\\"y"',
    ],
    parse: parseChallenges,
  },
  {
    where: 'registry/waiting.ts parseWait',
    samples: ['120', '1.889377ms', '1h2m', 'Wed, 21 Oct 2026 07:28:00 GMT', '1792000000'],
    parse: (text) => sane(parseWait(text, 1e12)),
  },
  {
    where: 'registry/waiting.ts waitAskedFor',
    samples: ['toomanyrequests: retry-after: 1.5s, allowed: 44000/minute'],
    parse: (text) => sane(waitAskedFor({ 'retry-after': text }, text, 1e12)),
  },
  {
    where: 'checks/running/listeners.ts listenersIn',
    samples: ['  sl  local_address rem_address   st\n   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000'],
    parse: listenersIn,
  },
  {
    where: 'engine/steps.ts BuildSteps',
    samples: ['[1/2] STEP 1/3: FROM a AS b\nSTEP 2/3: RUN x\n--> Using cache 0123\nCOMMIT'],
    parse: (text) => {
      const steps = new BuildSteps()
      for (const line of text.split('\n')) steps.hear(line)
      return steps.list
    },
  },
]

/** A wait is a number of milliseconds that can be waited. */
function sane(wait: number | undefined): number | undefined {
  if (wait !== undefined && !(wait >= 0)) throw new Error(`Nobody can wait for ${wait} ms.`)
  return wait
}
