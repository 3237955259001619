import { parseInputs } from '../../../actions/verify/inputs.ts'
import { reproduce } from '../../error-codes.ts'

const read = (image: string) => () =>
  parseInputs({ text: (name) => (name === 'image' ? image : '') }, { actor: 'octo' })

reproduce([
  ['IMG7001', 'no image', read(' ')],
  ['IMG7001', 'two images', read('app:1 app:2')],
])
