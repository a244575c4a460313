import { describe, expect, it } from 'vitest';
import { fitsName } from '../../../src/domain/signoffs/fits-name.ts';

describe('a typed name', () => {
  it.each([
    ['amara okafor', 'Amara Okafor'],
    ['OKAFOR, Amara', 'Amara Okafor'],
    ['Amara Ngozi Okafor', 'Amara Okafor'],
    ['Mrs A. Okafor Amara', 'Amara Okafor'],
    ['Zoe Muller', 'Zoë Müller'],
    ['Zoë Müller', 'Zoe Muller'],
    ['Lukasz Wojcik', 'Łukasz Wójcik'],
    ['Sean O’Neill', "Seán O'Neill"],
    ['sean oneill', "Seán O'Neill"],
    ['Jo Smith Jones', 'Jo Smith-Jones'],
    ['Priya Nair', 'Dr Priya Nair (SENCO)'],
    ['Madonna', 'Madonna'],
    ['李小龙', '李小龙'],
    ['Dr', 'Dr'],
  ])('%j fits %j', (typed, known) => {
    expect(fitsName(typed, known)).toBe(true);
  });

  it.each([
    ['', 'Amara Okafor'],
    ['   ', 'Amara Okafor'],
    ['Amara', 'Amara Okafor'],
    ['A. O.', 'Amara Okafor'],
    ['Tom Bellamy', 'Thomas Bellamy'],
    ['Daniel Reid', 'Amara Okafor'],
    ['Amara Amara', 'Amara Okafor'],
    ['Mr Mrs', 'Mr Amara Okafor'],
  ])('%j does not fit %j', (typed, known) => {
    expect(fitsName(typed, known)).toBe(false);
  });
});
