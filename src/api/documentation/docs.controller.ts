import { Controller, Get, Header } from '@nestjs/common';
import {
  ApiExcludeEndpoint,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { docsPage } from './docs.page.js';
import { DOCS_STYLE } from './docs-style.js';
import { PAGE_HEADERS } from '../edge/html.js';
import { RouteSays } from '../edge/route-says.decorator.js';
import { OpenApiService } from './openapi.service.js';

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
  @RouteSays({ produces: ['text/html'], headers: PAGE_HEADERS })
  @ApiOperation({ summary: 'This description, to read' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  docs(): string {
    return (this.page ??= docsPage(this.openApi.document()));
  }

  @Get('api/docs.css')
  @RouteSays({ produces: ['text/css'] })
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'max-age=3600')
  @ApiExcludeEndpoint()
  style(): string {
    return DOCS_STYLE;
  }
}
