import { afterAll, beforeAll } from '@jest/globals'
import { draft } from '../../../actions/verify/draft.ts'
import { finishVerify } from '../../../actions/verify/finish.ts'
import { reproduce } from '../../error-codes.ts'
import { broken, openVerifyFixture, runVerify, type VerifyFixture } from './fixture.ts'

let fixture: VerifyFixture
beforeAll(async () => {
  fixture = await openVerifyFixture()
  const checkout = await fixture.checkout({})
  await fixture.podman('build', '--quiet', '--format', 'docker', '--tag', 'server', checkout)
})
afterAll(() => fixture.remove())

/** In a checkout that has a check file already. */
const drafted = (file: string) => async () => {
  const job = await fixture.verification(await fixture.checkout({ 'image-verify.yml': broken() }), {
    image: 'server',
    file,
  })
  try {
    await draft(job.runner)
  } finally {
    await finishVerify(job.post())
  }
}

async function verified() {
  const checkout = await fixture.checkout({ 'image-verify.yml': broken() })
  const { error } = await runVerify(await fixture.verification(checkout, { image: 'server' }))
  throw error
}

reproduce([
  ['IMG7002', 'a draft where a check file is', drafted('image-verify.yml')],
  ['IMG7003', 'a draft in a folder that is not there', drafted('deploy/image-verify.yml')],
  ['IMG7401', 'an image of another user', verified],
])
