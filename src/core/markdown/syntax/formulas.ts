import type { ElementContent, Properties } from 'hast';
import type { CompileContext, Extension as MdastExtension, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';
import { closesFormula, isFormula, longestFormula, opensFormula } from '../../text/mathematics.ts';

/** An inline or block formula. */
export interface Formula {
  type: 'formula';
  /** TeX source. */
  value: string;
  /** Whether it is delimited by `$$` rather than `$`. */
  isDisplay: boolean;
  /** Whether it is a block of its own rather than part of a paragraph. */
  isBlock: boolean;
  position?: ElementContent['position'];
  data?: { hName: string; hProperties: Properties; hChildren: ElementContent[] } | undefined;
}

declare module 'mdast' {
  interface RootContentMap {
    formula: Formula;
  }
  interface PhrasingContentMap {
    formula: Formula;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula';
    formulaBlock: 'formulaBlock';
    formulaData: 'formulaData';
  }
}

/**
 * Create the syntax extension for formulas: `$…$` and `$$…$$` in a paragraph, and blocks between two lines of `$$`
 * without a blank line. Text that {@link isFormula} classifies as prose, such as two prices, is not a formula.
 */
export function mathematics(): Extension {
  return { text: { 36: inline }, flow: { 36: block } };
}

/** Create the mdast extension that turns formula tokens into nodes. */
export function formulaNodes(): MdastExtension {
  return {
    enter: { formula: enterFormula, formulaBlock: enterFormula },
    exit: { formula: exitFormula, formulaBlock: exitFormula },
  };
}

function enterFormula(this: CompileContext, token: Token): undefined {
  const [, size, value = ''] = /^(\$\$?)(.*?)\$\$?[ \t]*$/s.exec(this.sliceSerialize(token)) ?? [];
  const isBlock = token.type === 'formulaBlock';
  this.enter({ type: 'formula', value: value.trim(), isDisplay: size === '$$', isBlock }, token);
}

function exitFormula(this: CompileContext, token: Token): undefined {
  this.exit(token);
}

const dollar = 36;
const backslash = 92;

const inline: Construct = {
  name: 'formula',
  tokenize(effects, ok, nok) {
    const before = this.previous;
    const lines = linesOf(effects);
    let size = 0;
    let content = '';
    const open: State = (code) => {
      if (code === dollar && size < 2) {
        size += 1;
        lines.consume(code);
        return open;
      }
      if (code === dollar) return nok(code);
      return inside(code);
    };
    const inside: State = (code) => {
      if (code === null || content.length > longestFormula) return nok(code);
      if (code === dollar) {
        if (!isFormula(content, size === 2)) return nok(code);
        return close(size)(code);
      }
      if (isLineEnd(code)) {
        if (size === 1) return nok(code);
        content += '\n';
        lines.end(code);
        return inside;
      }
      content += toText(code);
      lines.consume(code);
      return code === backslash ? escaped : inside;
    };
    const escaped: State = (code) => {
      if (code === null || isLineEnd(code)) return inside(code);
      content += toText(code);
      lines.consume(code);
      return inside;
    };
    const close =
      (left: number): State =>
      (code) => {
        if (left > 0 && code !== dollar) return nok(code);
        if (left > 0) {
          lines.consume(code);
          return close(left - 1);
        }
        if (size === 1 && !closesFormula(toText(code))) return nok(code);
        lines.close();
        effects.exit('formula');
        return ok(code);
      };
    return (code) => {
      if (!opensFormula(toText(before))) return nok(code);
      effects.enter('formula');
      return open(code);
    };
  },
};

const block: Construct = {
  name: 'formulaBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    const lines = linesOf(effects);
    let content = '';
    let line = '';
    const open: State = (code) => {
      if (line.length === 2) return afterOpening(code);
      if (code !== dollar) return nok(code);
      line += '$';
      lines.consume(code);
      return open;
    };
    const afterOpening: State = (code) => {
      if (code === null) return nok(code);
      if (isLineEnd(code)) return lineEnd(code);
      if (!isSpace(code)) return nok(code);
      lines.consume(code);
      return afterOpening;
    };
    const lineEnd: State = (code) => {
      line = '';
      lines.end(code);
      return lineStart;
    };
    const lineStart: State = (code) => {
      if (this.parser.lazy[this.now().line]) return nok(code);
      return inside(code);
    };
    const inside: State = (code) => {
      if (code !== null && !isLineEnd(code)) {
        line += toText(code);
        lines.consume(code);
        return inside;
      }
      const isClosed = /^[^$]*\$\$\s*$/.test(line);
      content += `${isClosed ? line.replace(/\$\$\s*$/, '') : line}\n`;
      if (isClosed && isFormula(content, true)) {
        lines.close();
        effects.exit('formulaBlock');
        return ok(code);
      }
      // Stop at a blank line, as TeX does, and at the next `$`, so that unclosed blocks do not each scan to the end.
      if (code === null || line.trim() === '' || line.includes('$') || content.length > longestFormula)
        return nok(code);
      return lineEnd(code);
    };
    return (code) => {
      effects.enter('formulaBlock');
      return open(code);
    };
  },
};

/** Create functions that consume a formula as one token for each line and line ending. */
function linesOf(effects: Effects): Record<'consume' | 'end', (code: Code) => void> & { close(): void } {
  let isOpen = false;
  const close = (): void => {
    if (isOpen) effects.exit('formulaData');
    isOpen = false;
  };
  return {
    close,
    consume: (code) => {
      if (!isOpen) effects.enter('formulaData');
      isOpen = true;
      effects.consume(code);
    },
    end: (code) => {
      close();
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
    },
  };
}

function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}

/** Convert a micromark character code to text; empty for the end of input and for virtual spaces of a tab. */
function toText(code: Code): string {
  if (code === null || code === -1) return '';
  return code === -2 ? '\t' : String.fromCharCode(code);
}
