import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import type { Community } from '../../communities/community.js';
import { languages } from '../../language/language.js';
import { requireFound } from '../../platform/require-found.js';
import { GroupReportService } from '../../reports/group-report.service.js';
import type { ReportSources } from '../../reports/report-sources.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { PageService } from '../page.service.js';
import { askedForm } from '../sent-form.js';
import { subjectNames } from '../statements/subject-names.js';
import { CommunitiesPage, type CommunitySearch, type TookPart } from './communities.page.js';
import { CommunityPage } from './community.page.js';

/** Who takes part: the list, the search, and the page of each. */
@Controller(languages.map((language) => `${language}/communities`))
@UseFilters(PageProblemFilter)
export class CommunitiesController {
  constructor(
    private readonly pages: PageService,
    private readonly reports: GroupReportService,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedForm(request);
    const search = { name: asked.text('name'), kind: asked.text('kind'), region: asked.text('region') };
    await this.pages.answer(request, reply, ({ frame, sources }) =>
      h(CommunitiesPage, {
        frame,
        search,
        communities: shown(sources).filter((community) => fits(community, search, sources)),
        tookPart: tookPart(sources),
        regions: sources.lookUp.catalogue.groups.filter(({ kind }) => kind === 'un_regional_group'),
      }),
    );
  }

  @Get(':code')
  async one(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.pages.answer(request, reply, async ({ frame, sources, moment }) => {
      const known = shown(sources);
      const community = requireFound(
        known.find((one) => one.code === code),
        'community_not_found',
        code,
        known.map((one) => one.code),
      );
      return h(CommunityPage, {
        frame,
        community,
        areas: community.areas.flatMap((area) => sources.lookUp.area(area) ?? []),
        card: sources.nri?.get(code),
        report: await this.reports.community(code, moment),
        statements: sources.statements.filter(({ by }) => by.community === code),
        nameOf: subjectNames(frame, sources.lookUp),
      });
    });
  }
}

function shown({ communities }: ReportSources): readonly Community[] {
  return [...communities.values()].filter(({ hidden, kind }) => !hidden && kind !== 'system');
}

/** Codes of those with figures that were accepted, and of those with statements. */
function tookPart({ seriesEditions, statements }: ReportSources): TookPart {
  return {
    sent: new Set([...seriesEditions.values()].map(({ community }) => community)),
    spoke: new Set(statements.flatMap(({ by }) => by.community ?? [])),
  };
}

/** One that names no countries may stand for any: it fits every region. */
function fits(
  community: Community,
  { name, kind, region }: CommunitySearch,
  { lookUp }: ReportSources,
): boolean {
  const members = region === undefined ? undefined : (lookUp.group(region)?.members ?? []);
  const text = `${community.name} ${community.acronym ?? ''}`.toLocaleLowerCase();
  return (
    (name === undefined || text.includes(name.toLocaleLowerCase())) &&
    (kind === undefined || community.kind === kind) &&
    (members === undefined ||
      community.areas.length === 0 ||
      community.areas.some((area) => members.includes(area)))
  );
}
