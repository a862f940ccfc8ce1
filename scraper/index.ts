/** The scraper's door: the only file that other rooms import from. */

export { canonicalAddress, siteOf } from './address.ts';
export { appendSource, entryText, type NewSource } from './append-source.ts';
export { unicodeByBytes } from './byte-order.ts';
export type { Capture, CaptureReader } from './captures/capture.ts';
export { openCaptures } from './captures/read.ts';
export { CAUSES, type Cause } from './causes.ts';
export { decodeText } from './charset.ts';
export { checkRegistry } from './check-registry.ts';
export { ensureChromium, findChromium } from './chromium.ts';
export { didYouMean } from './did-you-mean.ts';
export { type DiskTrouble, isDiskTrouble, onFile } from './disk-trouble.ts';
export { bundledData, dataFile, projectFolder } from './folders.ts';
export type { CaptureRef, Hint, KnownPage, Role, Via } from './known-page.ts';
export { AlreadyRunningError, takeLock } from './lock.ts';
export type { Municipality } from './municipalities.ts';
export { type Receipt, type ScrapeReport, SOURCE_STATES, type SourceOutcome, type SourceState } from './outcome.ts';
export { type Probe, type ProbeOptions, probe, TRIAL_SOURCE } from './probe.ts';
export { readMunicipalities, readRegistry, readSite } from './read-registry.ts';
export { BODIES, type Body, type Community, CommunitySchema, type Source, SourceSchema } from './registry.ts';
export { type Problem, RegistryError } from './registry-error.ts';
export type { ProgressEvent, ScrapeOptions } from './run.ts';
export { scrape, UnknownSourceError } from './scrape.ts';
export type { SiteSettings } from './site-settings.ts';
export { readKnownPages, readSourceOutcomes, StateError } from './state.ts';
export { writeTrialRegistry } from './trial-registry.ts';
export { readYamlFile } from './yaml-file.ts';
