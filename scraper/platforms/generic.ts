/** Any website: links from the registered pages, pagination, sitemaps, feeds. */
import { definePlatform } from '../platform.ts';

/** Always possible, never preferred. */
export default definePlatform({ detect: () => 0.1 });
