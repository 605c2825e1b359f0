/**
 * Remembers what was made from a state of the data, for as long as the state itself is kept by anybody: up to a number
 * of things for each, of which the one not asked for longest is forgotten first.
 */
export class ReportMemory {
  private readonly states = new WeakMap<object, Map<string, unknown>>();

  constructor(private readonly most: number) {}

  /** What is remembered under a key; `undefined` when nothing is. */
  recall(state: object, key: string): unknown {
    const thing = this.madeFrom(state).get(key);
    if (thing !== undefined) this.keep(state, key, thing);
    return thing;
  }

  /**
   * @param state identity of what the thing is made from
   * @param key tells the thing from all others; always asked for with the same type
   * @param make never gives `undefined`
   */
  remember<Thing>(state: object, key: string, make: () => Thing): Thing {
    const thing = (this.madeFrom(state).get(key) as Thing | undefined) ?? make();
    this.keep(state, key, thing);
    return thing;
  }

  /** The newest stands last. */
  private keep(state: object, key: string, thing: unknown): void {
    const made = this.madeFrom(state);
    made.delete(key);
    made.set(key, thing);
    if (made.size <= this.most) return;
    const [oldest] = made.keys();
    if (oldest !== undefined) made.delete(oldest);
  }

  private madeFrom(state: object): Map<string, unknown> {
    const made = this.states.get(state) ?? new Map<string, unknown>();
    this.states.set(state, made);
    return made;
  }
}
