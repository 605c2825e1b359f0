import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '../../language/language.js';
import type { Notice } from '../../submissions/notices/notice.js';
import { noticeWords } from '../../submissions/notices/notice-words.js';

/** Something that happened to a submission, as its people are told. */
export class NoticeResponse {
  @ApiProperty({ type: String, example: 'returned' })
  readonly code!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: String, example: 'Returned' })
  readonly title!: string;

  @ApiProperty({ type: String })
  readonly text!: string;
}

export function noticeResponse(notice: Notice, language: Language): NoticeResponse {
  return { code: notice.code, at: notice.createdAt.toISOString(), ...noticeWords(language, notice) };
}
