/** The number of somebody or something in an address; one that nothing has, 0, for what is no such number. */
export function numberIn(text: string | undefined): number {
  return Number(/^[1-9]\d{0,8}$/.exec(text ?? '')?.[0] ?? 0);
}
