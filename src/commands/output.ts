/** Where a command says what it does and what came of it. */
export interface Output {
  /** What came of it: a line for people. */
  readonly line: (text: string) => void;
  /** What came of it, whole, for programs. */
  readonly json: (value: unknown) => void;
  /** What is going on; not part of the result. */
  readonly progress: (text: string) => void;
}

/** Shows what came of a command: whole for programs, or as lines for people. */
export type Show = (isJson: boolean | undefined, value: unknown, lines: readonly string[]) => void;

const CLEAR_LINE = '\r\u001b[K';

/** Results on standard output; progress on standard error, one line that moves on a terminal, plain lines otherwise. */
export function standardOutput(): Output {
  const { stdout, stderr } = process;
  let isMoving = false;
  stdout.on('error', stopWhenNobodyReads);
  const settle = (): void => {
    if (isMoving) stderr.write(CLEAR_LINE);
    isMoving = false;
  };
  return {
    line: (text) => {
      settle();
      stdout.write(`${text}\n`);
    },
    json: (value) => {
      settle();
      stdout.write(`${JSON.stringify(value)}\n`);
    },
    progress: (text) => {
      stderr.write(stderr.isTTY ? `${CLEAR_LINE}${text}` : `${text}\n`);
      isMoving = stderr.isTTY;
    },
  };
}

/** Whoever reads the output may close it early, as `head` does: that is an end and no fault. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
