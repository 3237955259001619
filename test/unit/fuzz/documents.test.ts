import { DOCUMENTS } from './documents.ts'
import { fuzz } from './property.ts'

fuzz(DOCUMENTS)
