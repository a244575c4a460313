import type { SourceLine } from '../source-line.ts';
import { cleanText } from './clean-text.ts';
import { loneBullet, readMarker, runOnBullet } from './marker.ts';
import type { Piece } from './piece.ts';
import { isFormLine, isKeyAndValue } from './fields.ts';
import { isTableRule, readRow } from './read-row.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readDirective } from './read-directive.ts';

const underline = /^([=\-~^"'`#*+_.:])\1{2,}\s*$/;
const ruleOnly = /^[\s\-=_*~^|+.·•–—]*$/;
const hashes = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;

/**
 * Reads the lines that are not page furniture into pieces, in order; each line goes into one or more pieces.
 * Headings that the mark-up marks (Markdown, RST, Word) are found here; those that only look like one come later.
 */
export function readPieces(lines: readonly SourceLine[], isFurniture: (line: number) => boolean): Piece[] {
  const front = readFrontMatter(lines);
  const pieces: Piece[] = [...front.pieces];
  const adornments: string[] = [];
  let gapBefore = true;
  for (let i = front.next; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const next = lines[i + 1];
    const blank = line.text.trim() === '';
    if (line.style?.startsParagraph) gapBefore = true;
    if (blank || line.style?.furniture || isFurniture(line.number)) {
      if (!blank) pieces.push(furniture(line));
      gapBefore = true;
      continue;
    }
    const over = underline.exec(line.text)?.[1];
    const third = lines[i + 2];
    if (over && next && third && !ruleOnly.test(next.text) && underline.exec(third.text)?.[1] === over) {
      pieces.push({
        ...heading(next, rank(adornments, `${over}${over}`)),
        lines: [line.number, next.number, third.number],
      });
      i += 2;
      gapBefore = true;
      continue;
    }
    const under = next && isUnderline(line, next);
    if (under && next) {
      pieces.push({ ...heading(line, rank(adornments, under)), lines: [line.number, next.number] });
      i += 1;
      gapBefore = true;
      continue;
    }
    if (loneBullet.test(line.text) && !line.style) {
      const marker = { kind: 'bullet' as const, value: [] };
      pieces.push({ kind: 'item', lines: [line.number], text: '', indent: indentOf(line.text), gapBefore, marker });
      gapBefore = false;
      continue;
    }
    if (ruleOnly.test(line.text) && !line.style?.cells) {
      pieces.push(furniture(line));
      gapBefore = true;
      continue;
    }
    for (const piece of readLine(line, gapBefore)) {
      pieces.push(piece);
      gapBefore = piece.kind === 'heading' || piece.kind === 'furniture';
    }
  }
  return pieces;
}

function readLine(line: SourceLine, gapBefore: boolean): Piece[] {
  const { text, style } = line;
  if (style?.title) return [{ ...heading(line, 1), kind: 'title' }];
  if (style?.heading) return [heading(line, style.heading)];
  const hash = hashes.exec(text);
  if (hash?.[1] && /[\p{L}\p{N}]/u.test(hash[2] ?? ''))
    return [{ ...heading(line, hash[1].length), text: cleanText(hash[2] ?? '') }];
  const directive = readDirective(line, gapBefore);
  if (directive) return [directive];
  if (isTableRule(text)) return [furniture(line)];
  const cells = readRow(line);
  if (cells) return [{ kind: 'row', lines: [line.number], text, indent: 0, gapBefore, cells }];
  const parts = text.split(runOnBullet).filter((part) => part.trim() !== '');
  return parts.flatMap((part, index) => readPart(line, part, index === 0 && gapBefore));
}

function readPart(line: SourceLine, part: string, gapBefore: boolean): Piece[] {
  const indent = indentOf(part);
  const { marker, rest } = readMarker(cleanLead(part));
  const item = line.style?.item;
  const base = {
    lines: [line.number],
    indent,
    gapBefore,
    ...(/\s{2,}$/.test(part) && !/[,;]\s*$/.test(part) ? { hardBreak: true } : {}),
    ...(line.style?.prominent ? { prominent: true } : {}),
    ...(line.style?.size ? { size: line.style.size } : {}),
  };
  if (isFormLine(part)) return [{ ...base, kind: 'form', text: part.trim() }];
  if (!marker && !item) {
    return [{ ...base, kind: isKeyAndValue(part) ? 'field' : 'text', text: cleanText(part) }];
  }
  const mark = marker ?? { kind: item?.ordered ? ('auto' as const) : ('bullet' as const), value: [] };
  return splitRunOn(rest).map((words, index) => ({
    ...base,
    kind: 'item' as const,
    gapBefore: gapBefore && index === 0,
    marker: mark,
    text: cleanText(words),
    ...(item ? { depth: item.depth } : {}),
  }));
}

/** Bullets joined on one line by two or more spaces after a semicolon. */
function splitRunOn(rest: string): string[] {
  return rest.split(/(?<=;)\s{2,}(?=\p{Ll})/u);
}

/** HTML that stands before the list mark hides it. */
function cleanLead(part: string): string {
  return part.trimStart().replace(/^(?:<[a-z]+(?:\s[^<>]*)?>\s*)+/i, (tags) => (cleanText(tags) === '' ? '' : tags));
}

function heading(line: SourceLine, level: number): Piece {
  return { kind: 'heading', lines: [line.number], text: cleanText(line.text), indent: 0, gapBefore: true, level };
}

function furniture(line: SourceLine): Piece {
  return { kind: 'furniture', lines: [line.number], text: line.text, indent: 0, gapBefore: true };
}

function isUnderline(line: SourceLine, next: SourceLine): string | undefined {
  const mark = underline.exec(next.text)?.[1];
  if (!mark || !/\p{L}/u.test(line.text) || line.text.includes('\t') || /^\s/.test(line.text)) return undefined;
  if (readMarker(line.text).marker?.kind === 'bullet') return undefined;
  return line.text.trim().length <= 120 && next.text.trim().length >= Math.min(4, line.text.trim().length)
    ? mark
    : undefined;
}

function rank(adornments: string[], mark: string): number {
  if (!adornments.includes(mark)) adornments.push(mark);
  return adornments.indexOf(mark) + 1;
}

/** Columns of white space before the first word; a tab goes to the next multiple of four. */
function indentOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character === '\t') columns += 4 - (columns % 4);
    else if (/\s/u.test(character)) columns += 1;
    else break;
  }
  return columns;
}
