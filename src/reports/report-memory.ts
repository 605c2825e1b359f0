/**
 * Remembers what was made from one state of the data, up to a number of things; the one not asked for longest is
 * forgotten first. Another state forgets everything.
 */
export class ReportMemory {
  private state: unknown;
  private readonly made = new Map<string, unknown>();

  constructor(private readonly most: number) {}

  /** What is remembered under a key; `undefined` when nothing is, or the state is another. */
  recall(state: object, key: string): unknown {
    if (this.state !== state) return undefined;
    const thing = this.made.get(key);
    if (thing !== undefined) this.keep(key, thing);
    return thing;
  }

  /**
   * @param state identity of what the thing is made from
   * @param key tells the thing from all others; always asked for with the same type
   * @param make never gives `undefined`
   */
  remember<Thing>(state: object, key: string, make: () => Thing): Thing {
    if (this.state !== state) {
      this.state = state;
      this.made.clear();
    }
    const thing = (this.made.get(key) as Thing | undefined) ?? make();
    this.keep(key, thing);
    return thing;
  }

  /** The newest stands last. */
  private keep(key: string, thing: unknown): void {
    this.made.delete(key);
    this.made.set(key, thing);
    if (this.made.size <= this.most) return;
    const [oldest] = this.made.keys();
    if (oldest !== undefined) this.made.delete(oldest);
  }
}
