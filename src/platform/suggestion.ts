/** What fills the words of a fault that may come with a suggestion: messages choose by `suggested`. */
export function suggestionParams(suggestion: string | undefined): {
  readonly suggested: 'yes' | 'no';
  readonly suggestion: string;
} {
  return suggestion === undefined ? { suggested: 'no', suggestion: '' } : { suggested: 'yes', suggestion };
}
