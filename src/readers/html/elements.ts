const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that begin and end a line. */
export const BLOCKS = words(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td ' +
    'textarea tfoot th thead tr ul xmp',
);

/** Elements without content. */
export const VOID = words(
  'area base basefont bgsound br col command embed frame hr img input isindex keygen link meta param source spacer track wbr',
);

/** Elements whose text is code, or the words of something else. */
export const RAW = words('script style title noscript template iframe noembed noframes');

/** Elements whose content is never words of the document. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...RAW,
  ...words('head svg math object applet audio video canvas map select datalist rp rt'),
]);

export const HEADINGS = words('h1 h2 h3 h4 h5 h6');
