import { NAMES } from './names.ts'
import { fuzz } from './property.ts'

fuzz(NAMES)
