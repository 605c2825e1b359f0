/** So much is kept, bytes; what was not asked for longest is forgotten first. */
const MOST_BYTES = 24_000_000;

/** Pictures that were drawn already, or are being drawn, by what they show. */
export class PictureMemory<Picture extends string | Buffer> {
  private readonly kept = new Map<string, { readonly picture: Promise<Picture>; size: number }>();
  private bytes = 0;

  /** @param draw is asked once, whoever else asks meanwhile; a failure is not kept */
  recall(key: string, draw: () => Promise<Picture>): Promise<Picture> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known.picture;
    }
    const entry = { picture: draw(), size: 0 };
    this.kept.set(key, entry);
    entry.picture.then(
      (picture) => {
        if (this.kept.get(key) !== entry) return;
        entry.size = picture.length;
        this.bytes += entry.size;
        this.shrink();
      },
      () => this.kept.delete(key),
    );
    return entry.picture;
  }

  private shrink(): void {
    for (const [key, { size }] of this.kept) {
      if (this.bytes <= MOST_BYTES) return;
      this.kept.delete(key);
      this.bytes -= size;
    }
  }
}
