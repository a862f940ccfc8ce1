/** The published files or the settings are not what the site can be built from; the message is one clear line. */
export class SiteInputError extends Error {
  override name = 'SiteInputError';
}
