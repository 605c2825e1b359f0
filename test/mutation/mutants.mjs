import ts from 'typescript';

/**
 * One small change of a source file: `line` counts from 1, `was` is the line as it stands, `is` the changed one, `text`
 * the whole file with the change made.
 * @typedef {{ line: number, was: string, is: string, text: string }} Mutant
 */

/** What an operator is turned into, one at a time: its neighbour, its opposite. */
const OPERATORS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '&': ['|'],
  '|': ['&'],
  '&=': ['|='],
  '^': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};

/** Functions that have a counterpart. */
const COUNTERPARTS = { min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', every: 'some', some: 'every' };

/**
 * All mutants of a TypeScript source: comparison, arithmetic, bitwise and logical operators, signs, steps, numeric
 * constants, truth values and functions with a counterpart. Types, imports and the words of exceptions stay as they are.
 * @returns {Mutant[]} in the order of the text
 */
export function mutantsOf(source) {
  const file = ts.createSourceFile('mutated.ts', source, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const replace = (node, wanted) => {
    const start = node.getStart(file);
    const { line } = file.getLineAndCharacterOfPosition(start);
    const text = source.slice(0, start) + wanted + source.slice(node.getEnd());
    mutants.push({ line: line + 1, was: lineOf(source, line), is: lineOf(text, line), text });
  };
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return;
    for (const [part, wanted] of changesOf(node)) replace(part, wanted);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

function lineOf(text, line) {
  return text.split('\n')[line].trim();
}

/** Pairs of a part of the node and what it is replaced by. */
function changesOf(node) {
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.getText();
    return (OPERATORS[operator] ?? []).map((wanted) => [node.operatorToken, wanted]);
  }
  if (ts.isPrefixUnaryExpression(node)) return changesOfPrefix(node);
  if (ts.isPostfixUnaryExpression(node)) {
    const name = node.operand.getText();
    const up = node.operator === ts.SyntaxKind.PlusPlusToken;
    return [[node, up ? `${name}--` : `${name}++`]];
  }
  if (ts.isNumericLiteral(node)) return [[node, otherNumber(Number(node.text))]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  if (ts.isPropertyAccessExpression(node) && Object.hasOwn(COUNTERPARTS, node.name.text)) {
    return [[node.name, COUNTERPARTS[node.name.text]]];
  }
  return [];
}

function changesOfPrefix({ operator, operand }) {
  const dropped = operator === ts.SyntaxKind.MinusToken || operator === ts.SyntaxKind.ExclamationToken;
  return dropped ? [[operand.parent, `(${operand.getText()})`]] : [];
}

/** Whole numbers grow by one; fractions, which are tolerances, shares and thresholds, double. */
function otherNumber(number) {
  return String(Number.isInteger(number) ? number + 1 : number * 2);
}
