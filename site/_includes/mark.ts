import { html } from '../html.ts';

/** The site's mark: nineteen dots gathered in a hexagon, one for each helsefellesskap. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M16 16h0M22.2 16h0M19.1 21.4h0M12.9 21.4h0M9.8 16h0M12.9 10.6h0M19.1 10.6h0M28.4 16h0M25.3 21.4h0M22.2 26.7h0M16 26.7h0M9.8 26.7h0M6.7 21.4h0M3.6 16h0M6.7 10.6h0M9.8 5.3h0M16 5.3h0M22.2 5.3h0M25.3 10.6h0"/></svg>`;
