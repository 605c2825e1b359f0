/**
 * Breaks a text into lines no wider than `room`, as the context's current font measures them: at spaces, and between
 * words of a writing without spaces.
 */
export function wrapText(
  context: { measureText(text: string): { readonly width: number } },
  text: string,
  room: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { gap, word } of piecesOf(text)) {
    const longer = line === '' ? word : `${line}${gap}${word}`;
    if (line !== '' && context.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

interface Piece {
  /** What stands before it when it does not begin a line. */
  readonly gap: string;
  readonly word: string;
}

const chineseWords = new Intl.Segmenter('zh', { granularity: 'word' });

function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (!/\p{Script=Han}/u.test(part)) return [{ gap: ' ', word: part }];
      const words: string[] = [];
      for (const { segment, isWordLike } of chineseWords.segment(part)) {
        // A line begins with a word, not with a comma.
        if (isWordLike === true || words.length === 0) words.push(segment);
        else words.push(`${words.pop() ?? ''}${segment}`);
      }
      return words.map((word, at) => ({ gap: at === 0 ? ' ' : '', word }));
    });
}
