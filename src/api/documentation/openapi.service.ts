import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { MEDIA_TYPES } from '../edge/media.js';
import { completeDescription } from './complete-description.openapi.js';
import { TAGS } from './tags.js';

/** The description of this interface, made from the running application when it is first asked for. */
@Injectable()
export class OpenApiService {
  private application: NestFastifyApplication | undefined;
  private made: OpenAPIObject | undefined;

  /** @param application whose routes are described */
  describe(application: NestFastifyApplication): void {
    this.application = application;
  }

  /** @throws RangeError before `describe` */
  document(): OpenAPIObject {
    if (this.application === undefined) throw new RangeError('There is no application to describe yet');
    return (this.made ??= completeDescription(
      ofMachines(SwaggerModule.createDocument(this.application, SETTINGS)),
    ));
  }
}

/** What this door answers; everything else is a page. */
const MACHINE_PATHS = /^\/(api|health|metrics|problems)(\/|$)/;

const SETTINGS = TAGS.reduce(
  (builder, [name, description]) => builder.addTag(name, description),
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('IWW Progress')
    .setDescription(
      'How far countries and communities have come towards The Internet We Want and the Global Digital Compact. ' +
        'Reading needs no key. Sending and deciding need one, in the header `Authorization: Bearer KEY`.',
    )
    .setVersion('1')
    .setLicense(
      'Apache-2.0 (code); figures carry the terms of their publishers',
      'https://www.apache.org/licenses/LICENSE-2.0',
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key made by an administrator' })
    .addServer('/', 'This installation'),
).build();

/**
 * Leaves the pages out, and tells each resource once: `/things.json` and `/things.csv` are `/things` in a chosen form.
 */
function ofMachines(document: OpenAPIObject): OpenAPIObject {
  const isTwin = (path: string): boolean =>
    Object.keys(MEDIA_TYPES).some(
      (suffix) =>
        path.endsWith(`.${suffix}`) && document.paths[path.slice(0, -suffix.length - 1)] !== undefined,
    );
  const paths = Object.entries(document.paths).filter(([path]) => MACHINE_PATHS.test(path) && !isTwin(path));
  return { ...document, paths: Object.fromEntries(paths) };
}
