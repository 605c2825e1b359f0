import { Controller, Get, Header, Param } from '@nestjs/common';
import {
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { sourceLanguage } from '../../language/language.js';
import { hasMessage, translate } from '../../language/translate.js';
import { Problem } from '../../platform/problem.js';
import { CodeRequest } from '../edge/code.request.js';
import { docsPage } from './docs.page.js';
import { DOCS_STYLE } from './docs-style.js';
import { htmlPage, text } from '../edge/html.js';
import { OpenApiService } from './openapi.service.js';

const HTML = 'text/html; charset=utf-8';
const POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

@ApiTags('Description')
@Controller()
export class DocsController {
  private page: string | undefined;

  constructor(private readonly openApi: OpenApiService) {}

  @Get('api/v1/openapi.json')
  @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: 'This description, as OpenAPI 3.1' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  document(): OpenAPIObject {
    return this.openApi.document();
  }

  @Get('api/docs')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @ApiOperation({ summary: 'This description, to read' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  docs(): string {
    return (this.page ??= docsPage(this.openApi.document()));
  }

  @Get('api/docs.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'max-age=3600')
  @ApiExcludeEndpoint()
  style(): string {
    return DOCS_STYLE;
  }

  @Get('problems/:code')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @ApiOperation({ summary: 'What a kind of problem means: where the `type` of a problem document leads' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  problem(@Param() { code }: CodeRequest): string {
    const key = `problem.${code}.title`;
    if (!hasMessage(key)) throw new Problem('no_such_address', 404, { path: `/problems/${code}` });
    const title = text(translate(sourceLanguage, key));
    return htmlPage(
      title,
      `<h1>${title}</h1><p><code>${text(code)}</code></p>
      <p>${text(translate(sourceLanguage, 'docs.problem'))}</p>
      <p><a href="/api/docs">${text(translate(sourceLanguage, 'docs.title'))}</a></p>`,
    );
  }
}
