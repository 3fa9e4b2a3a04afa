import type { Place } from '../model/inspection.js';
import { fill, type Strings } from './html/strings.js';

/** Where a statement stands, in words: "page 3, table 1, row 4"; "Answers!C5" where the format says so. */
export function placeText(place: Omit<Place, 'text'>, { places, list }: Strings): string {
  const { page, lastPage, table, row, paragraph, at } = place;
  if (at !== null) return at;
  const pages =
    lastPage === page
      ? fill(places.page, { n: page ?? '' })
      : fill(places.pages, { a: page ?? '', b: lastPage ?? '' });
  const parts = [
    page === null ? '' : pages,
    table === null ? '' : fill(places.table, { n: table }),
    row === null ? '' : fill(places.row, { n: row }),
    paragraph === null ? '' : fill(places.paragraph, { n: paragraph }),
  ];
  return parts.filter((part) => part !== '').join(list);
}
