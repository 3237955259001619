import { LANGUAGES } from './languages.ts'
import { fuzz } from './property.ts'

fuzz(LANGUAGES)
