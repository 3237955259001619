import { reproduce } from '../../error-codes.ts'
import { prepared } from './prepare.ts'

reproduce([
  ['IMG1501', 'a user in the label of a runner', () => prepared({ 'dockerhub-username': 'ubuntu' })],
  ['IMG1502', 'a user in every platform', () => prepared({ 'dockerhub-username': 'linux' })],
  ['IMG1502', 'a user in the name of the output itself', () => prepared({ 'dockerhub-username': 'plan' })],
])
