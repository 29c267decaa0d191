import ts from 'typescript';

/** A small change of a source text that some test should notice. */
export interface Mutant {
  /** 1-based. */
  line: number;
  before: string;
  after: string;
  /** The whole text with the change. */
  code: string;
}

/**
 * List mutants of a module, one for each place and operator: comparisons, arithmetic and logic, conditions, numbers, texts and
 * regular expressions, returned values, and calls whose result is unused (Jia and Harman 2011, section 4).
 */
export function findMutants(file: string, code: string): Mutant[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const loops = endLoops(source, code);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const [part, after] of changesOf(node)) {
      const [start, end] = [part.getStart(source), part.getEnd()];
      mutants.push({
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        before: code.slice(start, end),
        after,
        code: applyEdits(code, [
          ...loops.filter(({ at }) => at <= start || at >= end),
          { at: start, end, text: after },
        ]),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
};

/** List the replacements of a node's parts. Of the results of comparing functions, only the sign counts. */
function changesOf(node: ts.Node): [part: ts.Node, after: string][] {
  if (node.parent && isSign(node)) return [];
  if (ts.isBinaryExpression(node)) {
    const { operatorToken, left } = node;
    if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [[node, left.getText()]];
    return (swaps[operatorToken.getText()] ?? []).map((sign) => [operatorToken, sign]);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [[node, `(${node.operand.getText()})`]];
  if (ts.isIfStatement(node)) return conditions(node.expression);
  if (ts.isConditionalExpression(node)) return conditions(node.condition);
  if (ts.isReturnStatement(node) && node.expression && !isTrivial(node.expression))
    return [[node.expression, 'undefined']];
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) return [[node, ';']];
  if (ts.isNumericLiteral(node)) return [[node, String(Number(node.text) + 1)]];
  if (ts.isRegularExpressionLiteral(node)) return anchors(node);
  if (ts.isStringLiteral(node) && node.text !== '' && isValue(node)) return [[node, "''"]];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: object, name } = node.expression;
    if (removable.test(name.text)) return [[node, object.getText()]];
  }
  return [];
}

/** Whether a node is a part of `a < b ? -1 : 1`. */
function isSign(node: ts.Node): boolean {
  const { parent } = ts.isPrefixUnaryExpression(node.parent) ? node.parent : node;
  return parent !== undefined && ts.isConditionalExpression(parent) && parent.getText().endsWith('? -1 : 1');
}

const removable = /^(?:filter|toSorted|toReversed|trim|slice|normalize|toLowerCase|replace|replaceAll|flat)$/;
const conditions = (node: ts.Expression): [ts.Node, string][] => [
  [node, 'true'],
  [node, 'false'],
];
const isTrivial = (node: ts.Expression): boolean => /^(?:undefined|false|true|''|\[\]|null)$/.test(node.getText());

/** Messages and names of types are left alone. */
function isValue({ parent }: ts.Node): boolean {
  return !ts.isLiteralTypeNode(parent) && !ts.isPropertyAssignment(parent) && !ts.isNewExpression(parent);
}

/** A regular expression without one of its anchors, without its flags that matter, and one that never matches. */
function anchors(node: ts.RegularExpressionLiteral): [ts.Node, string][] {
  const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
  const changed = new Set([
    `/(?!)/${flags}`,
    `/${pattern.replace(/^\^(?:\(\?:)?/, (start) => start.slice(1))}/${flags}`,
    `/${pattern.replace(/(?<!\\)\$$/, '')}/${flags}`,
    `/${pattern}/${flags.replace('i', '')}`,
    `/${pattern}/${flags.replace('g', '')}`,
  ]);
  changed.delete(node.text);
  return [...changed].map((after) => [node, after]);
}

interface Edit {
  at: number;
  end: number;
  text: string;
}

/** Make the loops of a module throw instead of running forever, in case a mutant disables their exit condition. */
export function guardLoops(file: string, code: string): string {
  return applyEdits(code, endLoops(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true), code));
}

function endLoops(source: ts.SourceFile, code: string): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      const [start, end] = [node.statement.getStart(source), node.statement.getEnd()];
      edits.push({ at: start, end: start, text: '{ if (++mutantSteps > 2e7) throw new Error("endless"); ' });
      edits.push({ at: end, end, text: ' }' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (edits.length > 0) edits.push({ at: code.length, end: code.length, text: '\nvar mutantSteps = 0;\n' });
  return edits;
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const { at, end, text: own } of edits.toSorted((a, b) => a.at - b.at || a.end - b.end)) {
    text += code.slice(done, at) + own;
    done = end;
  }
  return text + code.slice(done);
}
