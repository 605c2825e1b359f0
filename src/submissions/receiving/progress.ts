import type { SubmissionState } from '../reviewing/review.js';

/** How far the check of a submission is. */
export interface Progress {
  readonly state: SubmissionState;
  /** Bytes of the file that were read, over all readings; all of them at rest. */
  readonly bytesRead: number;
  readonly byteSize: number;
  /** Rows judged so far. */
  readonly rows: number;
  readonly good: number;
  readonly problems: number;
}

/** A step of it as an event of a stream (text/event-stream). */
export function progressEvent(progress: Progress): string {
  return `data: ${JSON.stringify(progress)}\n\n`;
}

/** As the whole stream. */
export async function* progressEvents(steps: AsyncIterable<Progress>): AsyncGenerator<string> {
  for await (const step of steps) yield progressEvent(step);
}
