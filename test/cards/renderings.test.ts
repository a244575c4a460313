import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { cardLimit, weightOf } from '../../src/cards/cut-text.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { toVerb, verbs } from '../../src/teams/verbs.ts';
import { allCards, allRenderings, templateNames } from './all-cards.ts';
import { actionsOf, emptiesOf, rowsOf, stringsOf, walk } from './inspect-card.ts';

/** What an input of a card that asks one question of several holds: a closed list of our own words, or no words at all. */
const ownInInputs = /^Input\.(\w+\.(id|label|placeholder)|(ChoiceSet|Date|Time|Toggle)\.value|Toggle\.title)$/;

describe('the templates', () => {
  it('are all among the cards that are looked at', () => {
    expect(allCards.map(({ name }) => name).sort()).toEqual(templateNames());
  });

  it.each(allCards)('$name keeps data out of TextBlocks, which would read it as Markdown', ({ template }) => {
    const places = stringsOf(template).filter(({ text }) => text.includes('${'));
    const kept = places.filter(({ place }) => !/\.\$(when|data)$/.test(place) && !ownInInputs.test(place));
    expect(kept.filter(({ place }) => /^(TextBlock|Fact|Input)/.test(place))).toEqual([]);
  });

  it.each(allCards)(
    '$name has no destructive action, and no two primary ones under the same condition',
    ({ template }) => {
      const actions = actionsOf(template);
      const primary = actions.filter(({ style }) => style === 'positive').map((action) => action['$when']);
      expect(new Set(primary).size).toBe(primary.length);
      expect(actions.map(({ style }) => style)).not.toContain('destructive');
    },
  );

  it.each(allCards)(
    '$name has a sample for every day and, where it shows data, hostile, longest and minimal ones',
    (card) => {
      const shows = stringsOf(card.template).some(({ text }) => text.includes('${'));
      const wanted = shows ? ['hostile', 'longest', 'minimal'] : ['typical'];
      expect(Object.keys(card.samples)).toEqual(expect.arrayContaining(wanted));
    },
  );
});

describe.each(allRenderings)('$title', ({ card, view }) => {
  const rendered = card.render(view);

  it('is refused with a field too many, one missing or one that is null', () => {
    const fields = Object.entries(fieldsOf(view));
    expect(() => card.render({ ...fieldsOf(view), stray: 'x' })).toThrow();
    for (const [name] of fields) {
      expect(() => card.render(Object.fromEntries(fields.filter(([other]) => other !== name)))).toThrow();
      expect(() => card.render({ ...fieldsOf(view), [name]: null })).toThrow();
    }
  });

  it('leaves no expression of the template unfilled', () => {
    const harmless = card.render(withoutExpressions(view));
    expect(stringsOf(harmless).filter(({ text }) => text.includes('${'))).toEqual([]);
  });

  it('holds no null or undefined', () => {
    expect(emptiesOf(rendered)).toEqual([]);
  });

  it('is read without a complaint by the official renderer', () => {
    const context = new SerializationContext();
    new AdaptiveCard().parse(rendered, context);
    const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    expect(events).toEqual([]);
  });

  it('has at most one primary action, the first of its row', () => {
    const styles = rowsOf(rendered).map((row) => row.map(({ style }) => style === 'positive'));
    expect(styles.flat().filter(Boolean).length).toBeLessThanOrEqual(1);
    for (const row of styles) expect(row.indexOf(true)).toBeLessThanOrEqual(0);
  });

  it('fits a message', () => {
    expect(weightOf(rendered)).toBeLessThanOrEqual(cardLimit);
  });

  it('offers known verbs only, each with the same button for clients that know only Submit', () => {
    for (const action of actionsOf(rendered).filter(({ type }) => type === 'Action.Execute')) {
      const verb = toVerb(action['verb']);
      // Any card may say which school it belongs to: that is read before the verb's own data.
      const { school: _ofCard, ...own } = fieldsOf(action['data']);
      expect(verb && verbs[verb].safeParse(own).error).toBeUndefined();
      expect(verb).toBeDefined();
      expect(action['fallback']).toEqual({
        type: 'Action.Submit',
        title: action['title'],
        ...(action['associatedInputs'] !== undefined && { associatedInputs: action['associatedInputs'] }),
        data: { verb: action['verb'], ...fieldsOf(action['data']) },
      });
    }
  });

  it('opens nothing but secure links', () => {
    for (const { url } of actionsOf(rendered).filter(({ type }) => type === 'Action.OpenUrl')) {
      expect(url).toMatch(/^https:\/\//);
    }
  });

  it('shows what was written only as text that is not Markdown, without hidden marks and dates to evaluate', () => {
    const own = new Set(stringsOf(card.template).map(({ text }) => text));
    for (const { place, text } of stringsOf(rendered).filter(({ text }) => !own.has(text))) {
      if (
        /\.(url|others|clause|shown|submission|question|from|verb|style|spacing|report|seen|part|read|step|form|draft|turn|answer|about|person|value|id|policy|hash|over|page|campaign|signatory|groups|state|receipt|what|duty|dueOn|broadcast|addressee|school|slip|kind|way|whole|done|as|certainty|wording|suggestion|seen)$/.test(
          place,
        )
      )
        continue;
      // The names of staff are choices of a list that is folded away: it reads no Markdown.
      if (!ownInInputs.test(place)) expect(place).toMatch(/^(TextRun\.text|Action\.\w+\.title|choices\.title)$/);
      expect(text).toBe(plainText(text));
      expect(text).not.toMatch(/\{\{/);
    }
  });

  it('draws a bar between lines, each of its parts too: in high contrast nothing is filled', () => {
    walk(rendered, ({ type, separator, columns }) => {
      if (type !== 'ColumnSet') return;
      const parts = z.array(z.looseObject({ items: z.array(z.unknown()) })).parse(columns);
      if (parts.some(({ items }) => items.length > 0)) return;
      expect([separator, ...parts.map((part) => part['separator'])]).toEqual([true, ...parts.map(() => true)]);
    });
  });

  it('gives every element its words', () => {
    walk(rendered, (node) => {
      if (node['type'] === 'TextRun' || node['type'] === 'TextBlock') expect(node['text']).toMatch(/\S/);
      if (node['type'] === 'TextBlock') expect(node['wrap']).toBe(true);
    });
  });
});

function fieldsOf(value: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(value);
}

function withoutExpressions(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('${', '§{')) as unknown;
}
