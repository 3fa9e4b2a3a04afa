/** Frequent small words by language; a word of two languages counts for both. */
import type { Language } from '../../model/types.js';

const LISTS: readonly [Language, string][] = [
  [
    'en',
    'the a an of and to in for with is are was were been has have had by from that this these which their its on at as not or will shall be it there who what how did do does we our they under into during through between such all also more than about if when where while both other new',
  ],
  [
    'fr',
    'le la les des du de un une et à au aux en dans pour par sur avec est sont été a ont qui que ce cette ces leur leurs ne pas ou où il elle sera plus ainsi dont entre sans d l n s qu se été leur y afin chez depuis lors sous aussi très tous toutes cet si nous notre',
  ],
  [
    'es',
    'el la los las de del un una y a al en para por con es son fue fueron ha han que se su sus lo como más no o entre desde sin este esta también',
  ],
  [
    'pt',
    'o a os as de do da dos das um uma e em no na nos nas para por com é são foi foram que se seu sua seus não ou ao à às pelo pela mais como entre também sobre até desde cada onde quando muito todos todas nos nosso lhes foram ser num numa',
  ],
];

/** The languages that a small word belongs to. */
export const FUNCTION_WORDS: ReadonlyMap<string, readonly Language[]> = indexed();

function indexed(): Map<string, Language[]> {
  const found = new Map<string, Language[]>();
  for (const [language, list] of LISTS)
    for (const word of list.split(' ')) found.set(word, [...(found.get(word) ?? []), language]);
  return found;
}
