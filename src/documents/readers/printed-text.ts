/** A run of text as printed on a page. Points; y grows upwards. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** Printed at an angle, as watermarks are. */
  readonly turned: boolean;
}

/** pdfjs's text item as a printed run; nothing where it prints nothing. */
export function toPrinted(
  item: { str: string; transform: unknown[]; width: number; fontName: string },
  isBold: (font: string) => boolean,
): PrintedText[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
  if (item.str.trim() === '') return [];
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  return [
    {
      text: item.str,
      x,
      y,
      width: item.width,
      size,
      bold: isBold(item.fontName),
      turned: Math.abs(b) > Math.abs(a) * 0.05,
    },
  ];
}
