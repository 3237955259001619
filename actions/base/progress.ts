/** How far a long list has been worked off; a terminal draws it, nobody else looks. */
export type Progress = (what: string, done: number, total: number) => void

export const noProgress: Progress = () => {}
