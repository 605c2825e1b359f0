import type { LookUp } from '../catalogue/look-up.js';
import type { Language } from '../language/language.js';
import { translate } from '../language/translate.js';
import type { ExplainedNode, LeftOut } from '../scoring/explanation/explanation.js';
import type { NamedNode } from './explanation.js';
import { nodeNameIn } from './charts/node-name-in.js';
import { nodeName } from './node-line.js';

/** The tree behind a score with the names that its codes stand for, and why what is left out is. */
export function nameTree(tree: ExplainedNode, language: Language, lookUp: LookUp): NamedNode {
  return {
    ...tree,
    name: nodeName(tree.kind, tree.code, lookUp),
    children: tree.children.map(({ node, ...child }) => ({
      ...child,
      name: nodeName(child.kind, child.code, lookUp),
      ...(node === undefined ? {} : { node: nameTree(node, language, lookUp) }),
    })),
    leftOut: tree.leftOut.map((left) => ({
      ...left,
      name: nodeName('indicator', left.indicator, lookUp),
      sentence: translate(language, `explain.leftOut.${left.reason}`, {
        counted: countedName(left, language, lookUp),
        because: left.because ?? '',
      }),
    })),
  };
}

/** Of an overlap group: the name of the one that counts. */
function countedName({ counted }: LeftOut, language: Language, lookUp: LookUp): string {
  return counted === undefined ? '' : nodeNameIn(lookUp, language, { kind: 'indicator', code: counted });
}
