/** Arabic letters as fonts draw them, made the letters that are written. */

const FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/u;
const EACH_FORM = /[\ufb50-\ufdff\ufe70-\ufefc]/gu;
const LATIN_LIGATURES = /[\ufb00-\ufb06]/gu;
/** One sign that is alef before lam: no font draws these two as one, so it is lam before alef, read backwards. */
const SWAPPED = /^([\u0622\u0623\u0625\u0627\u0671])(\u0644)$/u;

/**
 * What one drawn sign stands for: presentation forms made letters, a lam-alef in its order.
 * @param exact true where the file itself says what the sign stands for
 */
export function plainForms(text: string, exact = false): string {
  let plain = text.replace(/\0/gu, '').replace(/^\s+(?=\p{M})/u, '');
  if (FORMS.test(plain)) plain = plain.replace(EACH_FORM, (form) => form.normalize('NFKC').trim());
  plain = plain.replace(LATIN_LIGATURES, (form) => form.normalize('NFKC'));
  return exact ? plain : plain.replace(SWAPPED, '$2$1');
}

/** Stretched letters as they are written: the strokes that fill a justified line are no signs. */
export function withoutStretching(text: string): string {
  return text.replace(/(?<=[\u0620-\u064a][\u064b-\u0652]?)\u0640+(?=[\u0620-\u064a])/gu, '');
}
