import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Templating from 'adaptivecards-templating';
import { z } from 'zod/v4';
import { projectRoot } from '../project-root.ts';
import { createFilling, type Expand } from './create-filling.ts';

const AdaptiveCard = z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.5') });

/** An Adaptive Card ready to send: plain JSON, a new object at every rendering. */
export type AdaptiveCardJson = z.infer<typeof AdaptiveCard>;

/** One kind of card: what it can show (`viewSchema`) and how it becomes JSON. */
export interface CardDefinition<View> {
  /** `<feature>/<card>`: the template is `cards/<feature>/<card>.json`. */
  readonly name: string;
  readonly viewSchema: z.ZodType<View>;
  /** Renders the view; throws when the view is not exactly what the schema asks for. */
  readonly render: (view: View) => AdaptiveCardJson;
}

/** Loads the templating library, which takes a fifth of a second: at the first card, or earlier by whoever calls this. */
export function loadTemplating(): typeof Templating {
  return createRequire(import.meta.url)('adaptivecards-templating') as typeof Templating;
}

/**
 * Reads the template of a card, once; it is compiled at the first rendering.
 *
 * What people or policies wrote reaches the card only as data, put in once (create-filling.ts): a `${…}` in it stays
 * words. Throws when the template is missing, is not a version 1.5 card, or computes with words: a view holds them as
 * they are shown.
 */
export function defineCard<View>(name: string, viewSchema: z.ZodType<View>): CardDefinition<View> {
  const source: unknown = JSON.parse(readFileSync(join(projectRoot, 'cards', `${name}.json`), 'utf8'));
  const { $schema: _forEditors, ...card } = AdaptiveCard.parse(source);
  let template: Templating.Template | undefined;
  const expand: Expand = (view) => {
    template ??= new (loadTemplating().Template)(card);
    return template.expand({ $root: view });
  };
  const fill = createFilling(card, expand);
  return {
    name,
    viewSchema,
    render: (view) => AdaptiveCard.parse(fill(viewSchema.parse(view))),
  };
}
