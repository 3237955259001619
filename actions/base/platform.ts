import { UserError } from './errors.ts'

export interface Platform {
  os: string
  architecture: string
  variant?: string
}

/** What podman and the registries call architectures, and the names people use for them. */
const ALIASES: Record<string, Omit<Platform, 'os'>> = {
  x86_64: { architecture: 'amd64' },
  'x86-64': { architecture: 'amd64' },
  aarch64: { architecture: 'arm64' },
  armhf: { architecture: 'arm', variant: 'v7' },
  armel: { architecture: 'arm', variant: 'v6' },
}
const ARCHITECTURES = new Set([
  'amd64',
  'arm64',
  'arm',
  '386',
  'ppc64le',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
])

/** Reads `linux/arm64`, `linux/arm/v7`; arm64's only variant v8 is dropped, as it means the same. */
export function parsePlatform(text: string): Platform {
  const [os, name, variant, ...rest] = text.trim().toLowerCase().split('/')
  const alias = ALIASES[name ?? '']
  const architecture = alias?.architecture ?? name ?? ''
  if (
    os !== 'linux' ||
    rest.length > 0 ||
    !ARCHITECTURES.has(architecture) ||
    (variant !== undefined && !/^v\d+$/.test(variant))
  ) {
    throw new UserError('IMG1003', `Unknown platform "${text}".`, {
      hint: `Platforms look like linux/amd64, linux/arm64 or linux/arm/v7; known architectures: ${[...ARCHITECTURES].join(', ')}.`,
    })
  }
  const exact = variant ?? alias?.variant
  const redundant = architecture === 'arm64' && exact === 'v8'
  return exact === undefined || redundant ? { os, architecture } : { os, architecture, variant: exact }
}

export function formatPlatform(platform: Platform): string {
  return [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/')
}

export function samePlatform(a: Platform, b: Platform): boolean {
  return formatPlatform(a) === formatPlatform(b)
}

/** The platform a Node process runs on. */
export function platformOf(arch: string): Platform {
  const names: Record<string, string> = {
    x64: 'linux/amd64',
    arm64: 'linux/arm64',
    arm: 'linux/arm/v7',
    ia32: 'linux/386',
  }
  return parsePlatform(names[arch] ?? `linux/${arch}`)
}
