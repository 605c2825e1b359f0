import { ApiProperty } from '@nestjs/swagger';

/** What a site shows in place of an address of ours. Names are those of oEmbed 1.0, section 2.3. */
export class OembedResponse {
  @ApiProperty({ enum: ['1.0'], description: 'Version of oEmbed', example: '1.0' })
  readonly version!: '1.0';

  @ApiProperty({ enum: ['rich'], description: 'Kind of content', example: 'rich' })
  readonly type!: 'rich';

  @ApiProperty({
    type: String,
    description: 'What the chart shows, as a sentence',
    example: 'Kenya: 4G coverage',
  })
  readonly title!: string;

  @ApiProperty({ type: String, description: 'Name of this site', example: 'IWW Progress' })
  readonly provider_name!: string;

  @ApiProperty({ type: String, description: 'Address of this site', example: 'http://127.0.0.1:3000/en/' })
  readonly provider_url!: string;

  @ApiProperty({ type: Number, description: 'So long it may be kept, seconds', example: 3600 })
  readonly cache_age!: number;

  @ApiProperty({ type: String, description: 'The frame to show', example: '<iframe src="…"></iframe>' })
  readonly html!: string;

  @ApiProperty({ type: Number, description: 'Width of the frame, CSS pixels', example: 720 })
  readonly width!: number;

  @ApiProperty({ type: Number, description: 'Height of the frame, CSS pixels', example: 640 })
  readonly height!: number;
}

/** The same as XML. */
export function oembedXml(answer: OembedResponse): string {
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
