/** Countries named by a cell of a sheet. */
import { describe, expect, it } from 'vitest';
import { countryOf } from '../../src/readers/countries.js';

describe('countryOf', () => {
  it.each([
    ['Congo', 'COG'],
    ['Democratic Republic of the Congo', 'COD'],
    ['Republic of Korea', 'KOR'],
    ['Royaume du Maroc', 'MAR'],
    ['المملكة المغربية', 'MAR'],
    ["Cote d'Ivoire", 'CIV'],
    ['Bolivia (Estado Plurinacional de)', 'BOL'],
    ['Tarimane (XAA)', 'XAA'],
    ['UK', 'GBR'],
    ['The Gambia', 'GMB'],
    ['Republic of El Salvador', 'SLV'],
    ["People's Democratic Republic of Algeria", 'DZA'],
    ['République fédérale démocratique d’Éthiopie', 'ETH'],
    ['دولة الكويت', 'KWT'],
    ['EAU', 'ARE'],
    ['3. Jordan', 'JOR'],
    ['مالي', 'MLI'],
    ['Eau', null],
    ['Migration and Morocco', null],
    ['of Morocco', null],
    ['NO', null],
    ['Yes', null],
    ['Tarimane', null],
  ])('%s is %s', (name, code) => expect(countryOf(name)).toBe(code));
});
