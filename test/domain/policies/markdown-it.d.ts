declare module 'markdown-it' {
  interface Token {
    readonly content: string;
    readonly children: readonly Token[] | null;
  }
  export default class MarkdownIt {
    readonly utils: { readonly escapeHtml: (text: string) => string };
    constructor(preset?: 'commonmark');
    parseInline(source: string, environment: object): readonly Token[];
    render(source: string): string;
  }
}
