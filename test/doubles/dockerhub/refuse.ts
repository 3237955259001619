import { Refusal } from '../server.ts'

export function notFound(): Refusal {
  const message = 'httperror 404: object not found'
  return new Refusal(404, { errinfo: {}, detail: 'object not found', message })
}
