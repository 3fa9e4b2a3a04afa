/** How a file was read: as text, as JSON, and drawn as a page. */
export { inspectionJson } from './json.js';
export { inspectionPage, type InspectionPageOptions } from './page.js';
export { inspectionText, type InspectionTextOptions } from './text.js';
