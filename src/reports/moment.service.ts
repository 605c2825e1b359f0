import { Injectable } from '@nestjs/common';
import { lookUp } from '../catalogue/look-up.js';
import { sourceLanguage } from '../language/language.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { PastObservationRepository } from '../observations/past-observation.repository.js';
import { nearestWord } from '../platform/nearest-word.js';
import { Problem } from '../platform/problem.js';
import { suggestionParams } from '../platform/suggestion.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { PastBoardsService } from '../scoring/explanation/past-boards.service.js';
import { ReleaseService } from './releases/release.service.js';
import { invalidMoment, readState, type ReportMoment } from './report-moment.js';
import type { ReportSources } from './report-sources.js';
import { ReportSourcesService } from './report-sources.service.js';
import { sourcesIn } from './sources-in.js';

/** So many past states are kept while the present one stays; each takes as much memory. */
const STATES_KEPT = 2;
/** Clocks of those who ask may be ahead of ours by so much. */
const CLOCKS_DIFFER_MS = 60_000;

/** Gathers what reports are made from as it was at a moment, or as a release says it. */
@Injectable()
export class MomentService {
  private readonly states = new WeakMap<ReportSources, Map<string, Promise<ReportSources>>>();

  constructor(
    private readonly sources: ReportSourcesService,
    private readonly releases: ReleaseService,
    private readonly pastBoards: PastBoardsService,
    private readonly observations: ObservationRepository,
    private readonly past: PastObservationRepository,
  ) {}

  /**
   * The same value for the same moment until the present state changes.
   * @param moment nothing said: the present state
   * @throws Problem `release_not_reproducible`, or `invalid_request` for both at once, an unknown release, a moment that
   *   never was, or one to come
   */
  async at({ release, asOf, lang = sourceLanguage }: ReportMoment = {}): Promise<ReportSources> {
    return sourcesIn(await this.stateOf(release, asOf), lang);
  }

  private async stateOf(release: string | undefined, asOf: string | undefined): Promise<ReportSources> {
    if (release !== undefined && asOf !== undefined) {
      throw invalidMoment('not_with', '?release', release, { other: 'asOf' });
    }
    if (release !== undefined) return this.ofRelease(release);
    return asOf === undefined ? this.sources.current() : this.asOf(asOf);
  }

  /**
   * The data revision that was in force.
   * @param text a revision or a moment
   * @param pointer of the query parameter
   * @throws Problem `invalid_request` as `at`
   */
  async revisionOf(text: string, pointer: string, newest: number): Promise<number> {
    const state = readState(text, pointer);
    if ('moment' in state) {
      if (state.moment.getTime() > Date.now() + CLOCKS_DIFFER_MS) {
        throw invalidMoment('moment_to_come', pointer, text);
      }
      return this.observations.revisionAt(state.moment);
    }
    if (state.revision <= newest) return state.revision;
    throw invalidMoment('revision_to_come', pointer, text, { revision: newest });
  }

  private async ofRelease(id: string): Promise<ReportSources> {
    try {
      return await this.releases.sourcesOf(id);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'release_not_found') throw error;
      const known = (await this.releases.list()).map((release) => release.id);
      const allowed = known.length === 0 ? '–' : known.join(', ');
      throw invalidMoment('unknown_code', '?release', id, {
        ...suggestionParams(nearestWord(id, known)),
        allowed,
      });
    }
  }

  private async asOf(text: string): Promise<ReportSources> {
    const current = await this.sources.current();
    const states = this.states.get(current) ?? new Map<string, Promise<ReportSources>>();
    this.states.set(current, states);
    const known = states.get(text) ?? this.gather(text, current);
    states.delete(text);
    states.set(text, known);
    known.catch(() => states.delete(text));
    const [oldest] = states.keys();
    if (states.size > STATES_KEPT && oldest !== undefined) states.delete(oldest);
    return known;
  }

  /**
   * Communities, what they tell of themselves and statements are as they are today: a figure is found under the name that
   * its sender has now, and never without the reply to it. Intervals are left out: they are made for the present state.
   */
  private async gather(text: string, current: ReportSources): Promise<ReportSources> {
    const revision = await this.revisionOf(text, '?asOf', current.board.revision);
    const state = readState(text, '?asOf');
    const moment = 'moment' in state ? state.moment : await this.past.momentOf(revision);
    const asOf = withoutUndefined({ revision, moment: moment?.toISOString() });
    const { seriesEditions } = current;
    const past = await this.pastBoards.at(revision, seriesEditions, moment);
    const { catalogueVersion, catalogue, board } = past;
    const fingerprint = `${current.fingerprint} as of ${JSON.stringify([asOf, catalogueVersion])}`;
    const isPresent = revision === current.board.revision && catalogueVersion === current.lookUp.version;
    if (isPresent) return { ...current, asOf, fingerprint };
    const { intervals: _ofNow, ...others } = current;
    return { ...others, lookUp: lookUp(catalogue, catalogueVersion), board, asOf, fingerprint };
  }
}
