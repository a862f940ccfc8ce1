/** The regular expressions that stand as literals in a TypeScript source, found by reading it as a lexer does. */

const BEFORE_LITERAL = /(?:^|[([{,;=:!&|?+\-*~^<>%}]|\b(?:return|typeof|case|in|of|yield|await))$/;

/** Sources and flags of all literals, in order. Comments and strings are passed over; code inside templates is read. */
export function literalPatterns(code: string): RegExp[] {
  const found: RegExp[] = [];
  const templates: number[] = [];
  let depth = 0;
  let before = '';
  for (let at = 0; at < code.length; ) {
    const two = code.slice(at, at + 2);
    const one = code[at] ?? '';
    if (two === '//' || two === '/*') {
      const end = code.indexOf(two === '//' ? '\n' : '*/', at + 2);
      at = end < 0 ? code.length : end + (two === '//' ? 0 : 2);
    } else if (one === "'" || one === '"') {
      at = endOfString(code, at, one);
      before = one;
    } else if (one === '`' || (one === '}' && templates.at(-1) === depth)) {
      if (one === '}') templates.pop();
      const end = endOfTemplatePart(code, at + 1);
      if (code[end] === '$') templates.push(depth);
      at = end + (code[end] === '$' ? 2 : 1);
      before = code[end] === '$' ? '{' : '`';
    } else if (one === '/' && BEFORE_LITERAL.test(before)) {
      const { pattern, end } = literalAt(code, at);
      found.push(pattern);
      at = end;
      before = 'x';
    } else {
      if (one === '{') depth += 1;
      if (one === '}') depth -= 1;
      if (!/\s/.test(one)) before = /[\w$]/.test(one) && /[\w$]$/.test(code[at - 1] ?? '') ? before + one : one;
      at += 1;
    }
  }
  return found;
}

function endOfString(code: string, at: number, quote: string): number {
  let end = at + 1;
  while (end < code.length && code[end] !== quote) end += code[end] === '\\' ? 2 : 1;
  return end + 1;
}

/** Where a template's text ends: at its closing mark or at the next `${`. */
function endOfTemplatePart(code: string, from: number): number {
  let end = from;
  while (end < code.length && code[end] !== '`' && code.slice(end, end + 2) !== '${') end += code[end] === '\\' ? 2 : 1;
  return end;
}

function literalAt(code: string, at: number): { pattern: RegExp; end: number } {
  let end = at + 1;
  let isClass = false;
  while (code[end] !== '/' || isClass) {
    if (code[end] === '\\') end += 1;
    else if (code[end] === '[') isClass = true;
    else if (code[end] === ']') isClass = false;
    end += 1;
    if (end > code.length || code[end] === '\n') throw new Error(`no end of the pattern: ${code.slice(at, at + 40)}`);
  }
  const flags = /^[a-z]*/.exec(code.slice(end + 1))?.[0] ?? '';
  return { pattern: new RegExp(code.slice(at + 1, end), flags), end: end + 1 + flags.length };
}
