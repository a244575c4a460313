declare module 'markdown-it' {
  interface Token {
    readonly content: string;
    readonly children: readonly Token[] | null;
  }
  export default class MarkdownIt {
    constructor(preset: 'commonmark');
    parseInline(source: string, environment: object): readonly Token[];
  }
}
