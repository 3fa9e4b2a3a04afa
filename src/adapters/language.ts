import { francAll } from 'franc';
import type { Language } from '../model/types.js';
import type { RankLanguages } from '../stages/detect.js';

const CODES: Readonly<Record<string, Language>> = {
  arb: 'ar',
  eng: 'en',
  spa: 'es',
  fra: 'fr',
  por: 'pt',
  rus: 'ru',
  cmn: 'zh',
};

/** Letters that `franc` is given: more change nothing and cost time. */
const MOST = 1_000;

/** Ranks the seven languages with `franc`, restricted to them. */
export const rankLanguages: RankLanguages = (text) =>
  francAll(text.slice(0, MOST), { only: Object.keys(CODES), minLength: 1 })
    .map(([code, score]) => ({ language: CODES[code] ?? 'und', score }))
    .filter(({ language }) => language !== 'und');
