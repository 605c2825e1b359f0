/** Breaks a text at spaces into lines no wider than `room`, as the context's current font measures them. */
export function wrapText(
  context: { measureText(text: string): { readonly width: number } },
  text: string,
  room: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
