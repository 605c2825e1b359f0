import type { JSX } from 'preact';
import type { Named } from '../named.js';
import type { Words } from '../words.js';

/** What a figure is missing of: code, and name in the language of the page. */
export interface MissingFigure {
  readonly area?: Named | undefined;
  readonly issue?: Named | undefined;
  readonly indicator?: Named | undefined;
}

interface ContributeLinkProps {
  readonly words: Words;
  readonly of: MissingFigure;
  /** Where the row or sentence around it says already of what: the names are then told to screen readers only. */
  readonly short?: boolean;
}

/** Leads from where a figure is missing to where it can be added. */
export function ContributeLink({ words, of, short = false }: ContributeLinkProps): JSX.Element {
  const names = [of.area, of.indicator ?? of.issue].flatMap((one) => one?.name ?? []);
  const add = words.t('contribute.add');
  const whole = names.length === 0 ? add : words.t('contribute.addFor', { what: names.join(', ') });
  return (
    <a class="contribute" href={contributeAddress(words, of)} aria-label={short ? whole : undefined}>
      {short ? add : whole}
    </a>
  );
}

/** The page where one contributes, opened on what is missing. */
export function contributeAddress(words: Words, { area, issue, indicator }: MissingFigure): string {
  const query = new URLSearchParams({
    ...(area && { country: area.code }),
    ...(issue && { issue: issue.code }),
    ...(indicator && { indicator: indicator.code }),
  }).toString();
  const page = words.to('contribute');
  return `${page}${query && `?${query}`}${area === undefined ? '' : '#held'}`;
}
