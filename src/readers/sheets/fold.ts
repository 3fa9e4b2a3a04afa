/** A text made comparable: case, accents, signs, remarks in brackets and list numbers put aside. */
export function fold(text: string): string {
  return text
    .slice(0, 300)
    .replace(/[([{（][^)\]}）]{0,200}[)\]}）]/gu, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}ـ'’]/gu, '')
    .replace(/[^\p{L}\p{N}#№]+/gu, ' ')
    .trim()
    .replace(/^\d{1,3}(?:\s\d{1,2})?\s(?=\p{L})/u, '');
}
