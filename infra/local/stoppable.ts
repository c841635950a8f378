/** Something that was started and can be stopped; stopping twice is stopping once. */
export type Stoppable = { stop(): Promise<void> };
