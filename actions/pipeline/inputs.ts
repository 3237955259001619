import { type InputReader, readBoolean } from '../base/inputs.ts'

export interface PipelineInputs {
  /** Whether to remove what this run's moved tags left behind. */
  cleanup: boolean
}

/** What is the pipeline's own; everything else is read by its rooms. */
export function parseInputs(reader: InputReader): PipelineInputs {
  return { cleanup: readBoolean(reader, 'cleanup') }
}
