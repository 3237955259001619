import { buildFromModule } from '../setup/go-tools.mjs'

/** What a user would run instead of verify; the newest versions that are to be had as modules. */
export function containerStructureTest(): string {
  return buildFromModule({
    name: 'container-structure-test',
    module: 'github.com/GoogleContainerTools/container-structure-test',
    version: 'v1.22.1',
    main: './cmd/container-structure-test',
  }).program
}

/** goss, and the script around it that starts a container. */
export function dgoss(): { goss: string; dgoss: string } {
  const { program, beside } = buildFromModule({
    name: 'goss',
    module: 'github.com/goss-org/goss',
    version: 'v0.4.9',
    main: './cmd/goss',
    extras: ['extras/dgoss/dgoss'],
  })
  return { goss: program, dgoss: beside[0] ?? '' }
}
