import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of a bundle, to be made. */
export interface BundledFile {
  /** Where it lies below the directory. */
  readonly file: string;
  readonly make: () => Promise<Buffer>;
}

/** A file as it lies in the directory, with what was said of it. */
export type MadeFile<File extends BundledFile = BundledFile> = Omit<File, 'make'> & {
  readonly bytes: number;
  readonly sha256: string;
};

/** Two at once: one is printed while the numbers of the next are gathered. */
const AT_ONCE = 2;
const STATE_FILE = 'made-from.txt';

/**
 * Writes files into a directory, each whole or not at all. What an earlier run left there is kept when it was made from
 * the same state, so that a run that was broken off goes on.
 * @param state tells the data, the release and the program from all others
 * @param tell called after each with how many are there
 * @returns as they were asked for
 */
export async function writeFiles<File extends BundledFile>(
  directory: string,
  state: string,
  files: readonly File[],
  tell: (done: number, last: MadeFile<File>) => void,
): Promise<readonly MadeFile<File>[]> {
  await mkdir(directory, { recursive: true });
  const isSame = (await readIf(join(directory, STATE_FILE)))?.toString() === state;
  if (!isSame) await replaceFile(join(directory, STATE_FILE), state);
  const made: MadeFile<File>[] = [];
  const left = files.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [place, file] of left) {
      const one = await written(file, directory, isSame);
      made[place] = one;
      tell((done += 1), one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return made;
}

async function written<File extends BundledFile>(
  { make, ...file }: File,
  directory: string,
  isSame: boolean,
): Promise<MadeFile<File>> {
  const path = join(directory, file.file);
  const kept = isSame ? await readIf(path) : undefined;
  const content = kept ?? (await make());
  if (kept === undefined) await replaceFile(path, content);
  return {
    ...file,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** As `sha256sum --check` reads them. Source: GNU coreutils, section 6.6. */
export function checksums(made: readonly Pick<MadeFile, 'file' | 'sha256'>[]): string {
  return made.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join('');
}

/** Under another name first: a file that is there is whole. */
export async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

async function readIf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
