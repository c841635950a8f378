/** What the calls of one Lambda at one table have consumed. */
export type Consumption = {
  readonly lambda: string;
  readonly table: string;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly calls: number;
};

/** Read and write units that a zone's Lambdas have consumed, as DynamoDB tells them. */
export class Capacity {
  private readonly consumed = new Map<string, Consumption>();

  note(lambda: string, table: string, used: Pick<Consumption, 'readUnits' | 'writeUnits'>): void {
    const key = `${lambda} ${table}`;
    const { readUnits = 0, writeUnits = 0, calls = 0 } = this.consumed.get(key) ?? {};
    this.consumed.set(key, {
      lambda,
      table,
      readUnits: readUnits + used.readUnits,
      writeUnits: writeUnits + used.writeUnits,
      calls: calls + 1,
    });
  }

  /** Begins anew. */
  clear(): void {
    this.consumed.clear();
  }

  get all(): readonly Consumption[] {
    return [...this.consumed.values()];
  }
}
