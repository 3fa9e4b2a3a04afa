/** What a run can be written as. */
export type OutputFormat =
  | 'html'
  | 'xlsx'
  | 'csv'
  | 'json'
  | 'docx'
  | 'svg'
  | 'png'
  | 'parquet'
  | 'partitioned'
  | 'qdpx'
  | 'qdc'
  | 'skos';

/** Every format with what it gives, in the order in which help lists them. */
export const OUTPUT_FORMATS: Readonly<Record<OutputFormat, string>> = {
  html: 'report.html, to read, filter and print',
  xlsx: 'coverage.xlsx, a workbook',
  csv: 'tables for R, Python and spreadsheets, with datapackage.json',
  json: 'all that was found, which `report` reads again',
  docx: 'briefs/, a Word document of two to four pages a country or region',
  svg: 'figures/, a heat map, bars and profiles to print, with their numbers',
  png: 'the same as pictures',
  parquet: 'statements, codings and coverage as Parquet',
  partitioned: 'the same by country and year, for DuckDB, Spark and Trino',
  qdpx: 'project.qdpx, documents and codings for NVivo, MAXQDA, ATLAS.ti, QualCoder',
  qdc: 'codebook.qdc, the codes for the same programs',
  skos: 'codebook.jsonld, the codes for other vocabularies',
};

/** What `run` writes where nothing else is asked for. */
export const DEFAULT_FORMATS: readonly OutputFormat[] = ['html', 'xlsx', 'csv', 'json'];
