import type { JSX } from 'preact';
import type { SummaryCounts } from '../../reports/report.js';
import { summarySentence } from '../../reports/summary-sentence.js';
import { choiceQuery, type CountryChoice } from '../country-choice.js';
import type { Words } from '../words.js';

interface SummaryLedeProps {
  readonly counts: SummaryCounts;
  readonly choice: CountryChoice;
  readonly words: Words;
}

/** Signs for private use around a phrase and before the count it tells: no message holds them. */
const [OPENS, OF, CLOSES] = ['\u{e000}', '\u{e001}', '\u{e002}'];
const PHRASE = new RegExp(`${OPENS}(\\w+)${OF}([^${CLOSES}]*)${CLOSES}`, 'u');

/** The sentence on a country; each count leads to the figures it counts. */
export function SummaryLede({ counts, choice, words }: SummaryLedeProps): JSX.Element {
  const marked = summarySentence(counts, words, (phrase, group) => OPENS + group + OF + phrase + CLOSES);
  const parts = marked.split(PHRASE);
  return (
    <p class="lede counts">
      {parts.map((part, position) => {
        if (position % 3 === 0) return part;
        if (position % 3 === 1) return null;
        const figures = parts[position - 1] as CountryChoice['figures'];
        return (
          <a key={figures} href={`${choiceQuery({ ...choice, figures })}#figures`}>
            {part}
          </a>
        );
      })}
    </p>
  );
}
