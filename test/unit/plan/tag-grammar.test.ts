import { describe, expect, test } from '@jest/globals'
import { RUNS, SHA, tagged, tagNames } from './runs.ts'

/** [rules, run, tags]; the first tag is the version. */
type Row = [rules: string, run: string, tags: string[]]

function table(rows: Row[]): void {
  test.each(rows)('%s on %s gives %j', async (rules, name, tags) => {
    expect(await tagNames({ tags: rules, 'skip-push': 'true' }, RUNS[name] ?? tagged(name))).toEqual(tags)
  })
}

describe('type=semver', () => {
  table([
    ['type=semver,pattern={{raw}}', 'v1.2.3', ['v1.2.3', 'latest']],
    ['type=semver,pattern={{version}}', 'v1.2.3', ['1.2.3', 'latest']],
    ['type=semver,pattern={{version}}', '1.2.3', ['1.2.3', 'latest']],
    ['type=semver,pattern={{major}}.{{minor}}', 'v1.2.3', ['1.2', 'latest']],
    ['type=semver,pattern=v{{major}}', 'v1.2.3', ['v1', 'latest']],
    ['type=semver,pattern={{minor}}', 'v1.2.3', ['2', 'latest']],
    ['type=semver,pattern={{patch}}', 'v1.2.3', ['3', 'latest']],
    ['type=semver,pattern={{major}}', 'v0.1.2', ['0', 'latest']],
    ['type=semver,pattern={{version}}', 'v1.2.3+build.5', ['1.2.3', 'latest']],
    ['type=semver,pattern={{raw}}', 'v1.2.3+build.5', ['v1.2.3-build.5', 'latest']],
    ['type=semver,pattern={{raw}}', 'v2.0.8-beta.67', ['v2.0.8-beta.67']],
    ['type=semver,pattern={{ raw }}', 'v2.0.8-beta.67', ['v2.0.8-beta.67']],
    ['type=semver,pattern={{version}}', 'v2.0.8-beta.67', ['2.0.8-beta.67']],
    ['type=semver,pattern={{major}}', 'v2.0.8-beta.67', ['2.0.8-beta.67']],
    ['type=semver,pattern={{major}}.{{minor}}', 'v2.0.8-beta.67', ['2.0.8-beta.67']],
    ['type=semver,pattern={{version}},match=v(\\d.\\d.\\d)$', 'p1/v1.2.3', ['1.2.3', 'latest']],
    ['type=semver,pattern={{version}},value=v3.4.5', 'main', ['3.4.5', 'latest']],
    ['type=semver,pattern={{version}},value=p1/v3.4.5,match=v(\\d.\\d.\\d)$', 'main', ['3.4.5', 'latest']],
    ['type=semver,pattern={{version}}', 'v1.0', []],
    ['type=semver,pattern={{version}}', 'main', []],
    ['type=semver,pattern={{version}}', 'pr', []],
    ['type=semver,pattern={{version}},prefix=a-,suffix=-z', 'v1.2.3', ['a-1.2.3-z', 'latest']],
    ['type=semver,pattern={{major}}\ntype=semver,pattern={{version}}', 'v1.2.3', ['1', '1.2.3', 'latest']],
  ])
})

describe('type=pep440', () => {
  table([
    ['type=pep440,pattern={{raw}}', '1.2.3', ['1.2.3', 'latest']],
    ['type=pep440,pattern={{version}}', 'v1.2.3', ['1.2.3', 'latest']],
    ['type=pep440,pattern={{major}}.{{minor}}', '1.2.3', ['1.2', 'latest']],
    ['type=pep440,pattern=v{{major}}', '1.2.3', ['v1', 'latest']],
    ['type=pep440,pattern={{patch}}', '1.2', ['0', 'latest']],
    ['type=pep440,pattern={{raw}}', 'v1.2.3rc2', ['v1.2.3rc2']],
    ['type=pep440,pattern={{version}}', '1.2.3rc2', ['1.2.3rc2']],
    ['type=pep440,pattern={{major}}.{{minor}}', '1.2.3rc2', ['1.2.3rc2']],
    ['type=pep440,pattern={{major}}.{{minor}}', '1.2.3post1', ['1.2.3.post1']],
    ['type=pep440,pattern={{major}}.{{minor}}', '1.2.3beta2', ['1.2.3b2']],
    ['type=pep440,pattern={{major}}.{{minor}}', '1.0dev4', ['1.0.dev4']],
    ['type=pep440,pattern={{version}},match=v(\\d.\\d.\\d)$', 'p1/v1.2.3', ['1.2.3', 'latest']],
    ['type=pep440,pattern={{version}},value=1.0.0', 'main', ['1.0.0', 'latest']],
    ['type=pep440,pattern={{version}}', 'nothing', []],
    ['type=pep440,pattern={{version}}', 'main', []],
  ])
})

describe('type=match', () => {
  table([
    ['type=match,pattern=\\d.\\d.\\d', 'v1.2.3', ['1.2.3', 'latest']],
    ['type=match,"pattern=\\d{1,3}.\\d{1,3}.\\d{1,3}"', 'v1.2.3', ['1.2.3', 'latest']],
    ['type=match,pattern=v(.*),group=1', 'v2.0.8-beta.67', ['2.0.8-beta.67']],
    ['type=match,pattern=v(\\d.\\d),group=1', 'v2.0.8-beta.67', ['2.0']],
    ['type=match,pattern=\\d+', '20200110-RC2', ['20200110']],
    ['type=match,pattern=\\d{8}', '20200110', ['20200110', 'latest']],
    ['type=match,pattern=p1/v(\\d.\\d.\\d),group=1', 'p1/v1.2.3', ['1.2.3', 'latest']],
    ['type=match,pattern=p1-v(\\d.\\d.\\d),group=1', 'p1/v1.2.3', ['1.2.3', 'latest']],
    ['type=match,pattern=/V(\\d)/i,group=1', 'v1.2.3', ['1', 'latest']],
    ['type=match,pattern=/\\d/g', 'v1.2.3', ['1', 'latest']],
    ['type=match,pattern=v(.*),group=1,value=v7.8', 'main', ['7.8', 'latest']],
    ['type=match,pattern=v(.*),group=2', 'v1.2.3', []],
    ['type=match,pattern=z', 'v1.2.3', []],
    ['type=match,pattern=main', 'main', []],
  ])
})

describe('type=ref, edge and schedule', () => {
  table([
    ['type=ref,event=branch', 'main', ['main']],
    ['type=ref,event=branch', 'my/branch', ['my-branch']],
    ['type=ref,event=branch', 'dispatch', ['main']],
    ['type=ref,event=branch', 'v1.2.3', []],
    ['type=ref,event=branch', 'pr', []],
    ['type=ref,event=branch', 'pr_target', []],
    ['type=ref,event=tag', 'v1.2.3', ['v1.2.3', 'latest']],
    ['type=ref,event=tag', 'v2.0.8-beta.67', ['v2.0.8-beta.67']],
    ['type=ref,event=tag', 'app/v1.2.3', ['app-v1.2.3', 'latest']],
    ['type=ref,event=tag', 'main', []],
    ['type=ref,event=pr', 'pr', ['pr-12']],
    ['type=ref,event=pr', 'pr_target', ['pr-12']],
    ['type=ref,event=pr,prefix=', 'pr', ['12']],
    ['type=ref,event=pr,prefix=pull-', 'pr', ['pull-12']],
    ['type=ref,event=pr', 'main', []],
    ['type=edge', 'main', ['edge']],
    ['type=edge', 'my/branch', []],
    ['type=edge,branch=my/branch', 'my/branch', ['edge']],
    ['type=edge,branch=my/branch', 'main', []],
    ['type=edge', 'v1.2.3', []],
    ['type=schedule', 'schedule', ['nightly']],
    ["type=schedule,pattern={{date 'YYYYMMDD'}}", 'schedule', ['20200110']],
    ['type=schedule', 'main', []],
  ])
})

describe('type=raw and sha', () => {
  table([
    ['type=raw,value=foo', 'main', ['foo']],
    ['type=raw,foo', 'main', ['foo']],
    ['foo', 'v1.2.3', ['foo']],
    ['# a comment\nfoo # bar', 'main', ['foo-bar']],
    ['type=raw,value=a=b', 'main', ['a-b']],
    ['type=raw,value=foo\ntype=raw,value=foo', 'main', ['foo']],
    ['type=sha', 'main', ['sha-860c190']],
    ['type=sha,format=long', 'main', [`sha-${SHA}`]],
    ['type=sha,prefix=', 'main', ['860c190']],
    ['type=sha,suffix=-x', 'main', ['sha-860c190-x']],
    ['type=raw,value={{branch}},prefix=only-', 'v1.2.3', []],
  ])
})

describe('enable and priority', () => {
  table([
    ['type=raw,value=foo,enable=false', 'main', []],
    ['type=raw,value=foo,enable={{is_default_branch}}', 'main', ['foo']],
    ['type=raw,value=foo,enable={{is_default_branch}}', 'my/branch', []],
    ['type=raw,value=foo,enable={{is_not_default_branch}}', 'my/branch', ['foo']],
    ['type=raw,value=foo,enable={{is_default_branch}}', 'pr', []],
    ['type=raw,value=foo,enable={{is_default_branch}}', 'pr_target', []],
    ['type=raw,value=foo,enable={{is_default_branch}}', 'schedule', ['foo']],
    [
      'type=sha\ntype=raw,foo\ntype=ref,event=branch\ntype=edge',
      'main',
      ['edge', 'main', 'foo', 'sha-860c190'],
    ],
    ['type=sha,priority=5000\ntype=edge', 'main', ['sha-860c190', 'edge']],
    ['type=raw,value=b\ntype=raw,value=a', 'main', ['b', 'a']],
    [
      'type=ref,event=tag\ntype=match,pattern=\\d\ntype=semver,pattern={{version}}\ntype=sha',
      'v1.2.3',
      ['1.2.3', '1', 'v1.2.3', 'sha-860c190', 'latest'],
    ],
    ['type=schedule\ntype=edge', 'schedule', ['nightly']],
  ])
})
