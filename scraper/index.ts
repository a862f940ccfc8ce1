/** The scraper's door: the only file that other rooms import from. */

export type { Capture, CaptureReader } from './captures/capture.ts';
export { bundledData, dataFile, projectFolder } from './folders.ts';
export type { CaptureRef, Hint, KnownPage, Role, Via } from './known-page.ts';
export { type Body, BODIES, type Community, CommunitySchema, type Source, SourceSchema } from './registry.ts';
export { type Receipt, type ScrapeReport, SOURCE_STATES, type SourceOutcome, type SourceState } from './outcome.ts';
