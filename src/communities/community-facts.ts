import { Problem, type ProblemPart } from '../platform/problem.js';
import { isPrintable } from './checked-texts.js';
import type { Meeting } from './community.js';

/** Facts that a community tells of itself, as somebody sent them; what is left out stays as it is. */
export interface SentFacts {
  readonly languages?: readonly string[] | undefined;
  readonly meetings?: readonly SentMeeting[] | undefined;
}

export interface SentMeeting {
  readonly year: number;
  readonly place?: string | null | undefined;
  readonly report?: string | null | undefined;
}

export interface CommunityFacts {
  readonly languages?: readonly string[];
  readonly meetings?: readonly Meeting[];
}

const MOST_LANGUAGES = 20;
const MOST_MEETINGS = 60;
/** First and last year that a meeting may have been in. */
const YEARS = [1990, 2200] as const;
const LONGEST_PLACE = 200;
const LONGEST_LINK = 500;

/**
 * Facts as they are kept: languages once each, meetings with the latest first.
 * @throws Problem profile_faults (422) naming each fault
 */
export function changedFacts({ languages, meetings }: SentFacts): CommunityFacts {
  const faults = [...languageFaults(languages ?? []), ...meetingFaults(meetings ?? [])];
  if (faults.length > 0) throw new Problem('profile_faults', 422, {}, faults);
  return {
    ...(languages === undefined ? {} : { languages: [...new Set(languages)] }),
    ...(meetings === undefined
      ? {}
      : { meetings: meetings.map(meetingOf).toSorted((one, other) => other.year - one.year) }),
  };
}

function languageFaults(languages: readonly string[]): readonly ProblemPart[] {
  const unknown = languages.filter((language) => !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(language));
  return [
    ...unknown.map((value) => ({ code: 'community_language', pointer: '/languages', value })),
    ...(languages.length > MOST_LANGUAGES
      ? [{ code: 'too_many', pointer: '/languages', params: { most: MOST_LANGUAGES } }]
      : []),
  ];
}

function meetingFaults(meetings: readonly SentMeeting[]): readonly ProblemPart[] {
  const [first, last] = YEARS;
  const faults = meetings.flatMap(({ year, place, report }, index) => {
    const pointer = `/meetings/${String(index)}`;
    return [
      ...(Number.isInteger(year) && year >= first && year <= last
        ? []
        : [{ code: 'meeting_year', pointer: `${pointer}/year`, value: String(year) }]),
      ...((place ?? '').length > LONGEST_PLACE || !isPrintable(place ?? '')
        ? [{ code: 'community_text', pointer: `${pointer}/place`, params: { most: LONGEST_PLACE } }]
        : []),
      ...(isLinkOrNothing(report)
        ? []
        : [{ code: 'community_link', pointer: `${pointer}/report`, value: report ?? '' }]),
    ];
  });
  return meetings.length > MOST_MEETINGS
    ? [...faults, { code: 'too_many', pointer: '/meetings', params: { most: MOST_MEETINGS } }]
    : faults;
}

function meetingOf({ year, place, report }: SentMeeting): Meeting {
  return {
    year,
    ...(place ? { place: place.trim() } : {}),
    ...(report ? { report: report.trim() } : {}),
  };
}

function isLinkOrNothing(text: string | null | undefined): boolean {
  const link = text?.trim() ?? '';
  if (link === '') return true;
  if (link.length > LONGEST_LINK || /\s/.test(link) || !URL.canParse(link)) return false;
  return /^https?:$/.test(new URL(link).protocol);
}
