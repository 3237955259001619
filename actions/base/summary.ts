/** A part of the step summary. */
export interface SummarySection {
  markdown: string
  /** 1 stays to the last. */
  importance: number
}
