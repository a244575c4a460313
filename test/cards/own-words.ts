import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/project-root.ts';
import { walk } from './inspect-card.ts';

/** A text that people read on a card or in a message, as it stands in a template or in the code, and the file it stands in. */
export interface OwnText {
  readonly file: string;
  readonly text: string;
}

/** Where words that people read stand. What policies and people wrote stands in none of these. */
const sources = ['src/cards', 'src/teams', 'src/domain/incidents'];
const read = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText'];
/** What takes the place of a value that is put in: a name, a day, a number. */
const filled = 'It';

/** All of our own words that people read, of all cards and messages, without what is put in. */
export function ownTexts(): OwnText[] {
  return [...filesIn('cards', '.json').flatMap(textsOfTemplate), ...sources.flatMap(textsOfCode)];
}

function textsOfTemplate(file: string): OwnText[] {
  const found: OwnText[] = [];
  walk(JSON.parse(readFileSync(join(projectRoot, file), 'utf8')), (node) => {
    for (const name of read) {
      const text = node[name];
      if (typeof text === 'string') found.push({ file, text: text.replaceAll(/\$\{[^}]*\}/g, filled) });
    }
  });
  return found;
}

function textsOfCode(folder: string): OwnText[] {
  return filesIn(folder, '.ts').flatMap((file) => {
    const found: OwnText[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())))
        return;
      const text = textOf(node);
      if (text === undefined) return ts.forEachChild(node, visit);
      // A sentence begins with a capital, a quotation mark, a point or a value: patterns, word lists and lines of the log do not.
      if (/^[\p{Lu}“•]/u.test(text) && text.includes(' ')) found.push({ file, text });
      if (ts.isTemplateExpression(node)) node.templateSpans.forEach(({ expression }) => visit(expression));
    };
    visit(ts.createSourceFile(file, readFileSync(join(projectRoot, file), 'utf8'), ts.ScriptTarget.Latest, true));
    return found;
  });
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => filled + literal.text).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true })
    .map((path) => `${folder}/${String(path).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending) && !path.endsWith('.samples.json'))
    .sort();
}
