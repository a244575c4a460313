import { expect, it } from 'vitest';
import { listedNames, orNames } from '../../src/cards/listed-names.ts';

it.each<[readonly string[], string, string]>([
  [[], '', ''],
  [['Ada'], 'Ada', 'Ada'],
  [['Ada', 'Bo'], 'Ada and Bo', 'Ada or Bo'],
  [['Ada', 'Bo', 'Cy and Di'], 'Ada, Bo and Cy and Di', 'Ada, Bo or Cy and Di'],
  [['Ada', 'Osei, Winifred'], 'Ada; and Osei, Winifred', 'Ada; or Osei, Winifred'],
  [['Osei, Winifred', 'Ada', 'Bo'], 'Osei, Winifred; Ada; and Bo', 'Osei, Winifred; Ada; or Bo'],
  [[...'ABCDEFGHIJ'], 'A, B, C, D, E, F, G, H and 2 more', 'A, B, C, D, E, F, G, H or 2 more'],
])('%j', (names, all, one) => {
  expect(listedNames(names)).toBe(all);
  expect(orNames(names)).toBe(one);
});
