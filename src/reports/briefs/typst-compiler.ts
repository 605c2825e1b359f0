import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readTemplateFiles } from './brief-template.js';

/** One document to make. */
export interface TypstJob {
  /** Address of the template below the directories, e.g. `/issue-brief/template.typ`. */
  readonly template: string;
  /** What it reads as `sys.inputs.data`: JSON. */
  readonly data: string;
}

const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  'vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** Results of so many documents before are kept for the next ones; older ones are let go. */
const KEPT_FOR = 3;

/** Makes PDF documents (PDF/UA-1: tagged, titled) from Typst templates. Keeps the calling thread busy meanwhile. */
export class TypstCompiler {
  private readonly compiler: NodeCompiler;
  private readonly workspace: string;

  /** @param directories of folders with templates; where two hold the same file, the later one counts */
  constructor(directories: readonly [string, ...string[]]) {
    const { resolve } = createRequire(import.meta.url);
    const fontBlobs = FONTS.map((file) => readFileSync(resolve(`@expo-google-fonts/${file}`)));
    [this.workspace] = directories;
    this.compiler = NodeCompiler.create({ workspace: this.workspace, fontArgs: [{ fontBlobs }] });
    for (const directory of directories) {
      for (const [path, content] of readTemplateFiles(directory)) {
        this.compiler.mapShadow(join(this.workspace, path), content);
      }
    }
  }

  /** @throws Error with what the compiler says, when the template is at fault */
  pdf({ template, data }: TypstJob): Buffer {
    const { compiler } = this;
    const compiled = compiler.compile({
      mainFilePath: join(this.workspace, template),
      inputs: { data },
    });
    try {
      if (compiled.result === null) throw this.failure(template, compiled.takeDiagnostics());
      return this.written(compiled.result);
    } catch (error) {
      throw error instanceof Error
        ? error
        : new Error(`The brief ${template} was not made: ${String(error)}`);
    } finally {
      compiler.evictCache(KEPT_FOR);
    }
  }

  /** A letter that none of the fonts has is no reason to print nothing: then the PDF is tagged, and not by the standard. */
  private written(document: NodeTypstDocument): Buffer {
    try {
      return this.compiler.pdf(document, { pdfStandard: 'ua-1' });
    } catch {
      return this.compiler.pdf(document);
    }
  }

  private failure(template: string, error: NodeError | null): Error {
    const told: readonly unknown[] = error === null ? [] : this.compiler.fetchDiagnostics(error);
    return new Error(`The brief ${template} was not made: ${JSON.stringify(told)}`);
  }
}
