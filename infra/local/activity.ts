/** What the zone is doing right now, and how often it has begun something: by it `idle` knows that nothing happened between. */
export class Activity {
  private readonly running = new Map<symbol, string>();
  private begun = 0;

  /** How many things were begun so far. */
  get count(): number {
    return this.begun;
  }

  /** What is being done now. */
  get now(): readonly string[] {
    return [...new Set(this.running.values())];
  }

  /** Notes that something is being done until the returned function is called. */
  begin(what: string): () => void {
    const key = Symbol(what);
    this.running.set(key, what);
    this.begun++;
    return () => {
      this.running.delete(key);
    };
  }

  /** Does something, noted as long as it takes. */
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const end = this.begin(what);
    try {
      return await work();
    } finally {
      end();
    }
  }
}
