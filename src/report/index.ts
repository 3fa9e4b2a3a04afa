export type { ReportCode, RunResult, RunSettings, Stamp, Texts } from './run-result.js';
export { SCHEMA_VERSION } from './run-result.js';
export { REPORT_LANGUAGES, type ReportLanguage } from './html/strings.js';
export { terminalMatrix, type TerminalOptions } from './terminal.js';
export { reportFiles, type Chunks, type Output } from './formats.js';
