/** Arabic letters as fonts draw them, made the letters that are written. */

const FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/u;
const EACH_FORM = /[\ufb50-\ufdff\ufe70-\ufefc]/gu;
const LATIN_LIGATURES = /[\ufb00-\ufb06]/gu;
/** One sign that is alef before lam: no font draws these two as one, so it is lam before alef, read backwards. */
const SWAPPED = /^([\u0622\u0623\u0625\u0627\u0671])(\u0644)$/u;

/** What one drawn sign stands for: presentation forms made letters, a lam-alef in its order. */
export function plainForms(text: string): string {
  let plain = text.replace(/\0/gu, '');
  if (FORMS.test(plain)) plain = plain.replace(EACH_FORM, (form) => form.normalize('NFKC').trim());
  plain = plain.replace(LATIN_LIGATURES, (form) => form.normalize('NFKC'));
  return plain.replace(SWAPPED, '$2$1');
}
