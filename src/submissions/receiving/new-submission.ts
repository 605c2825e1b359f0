import type { Answers } from '../checking/answers.js';
import type { Question } from '../reading/question.js';
import type { Channel, Failure } from '../submission.js';

/** A submission that begins. */
export interface NewSubmission {
  readonly receipt: string;
  readonly communityId: number;
  readonly contributorId: number;
  readonly channel: Channel;
  readonly fileName?: string | undefined;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  /** Of the answers; absent without any. */
  readonly readingKey?: string;
  readonly answers?: Answers;
  readonly isDraft?: boolean;
}

/** What a check ends as. */
export interface CheckEnd {
  readonly state?: 'received' | 'draft' | 'failed';
  readonly questions?: readonly Question[];
  readonly failure?: Failure;
}
