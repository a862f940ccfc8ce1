/** Any website: links from the registered pages, pagination, sitemaps, feeds. */
import { definePlatform } from '../platform.ts';

/** Always possible, never preferred. */
export default definePlatform({
  detect: () => ({ confidence: 0.1, why: 'bears no mark of a platform that is known' }),
});
