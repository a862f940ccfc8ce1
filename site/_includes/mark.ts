import { html } from '../html.ts';

/** The site's mark: nineteen dots gathered in a hexagon, one for each helsefellesskap. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M16 16h0M22.2 16h0M19.1 21.4h0M12.9 21.4h0M9.8 16h0M12.9 10.6h0M19.1 10.6h0M28.4 16h0M25.3 21.4h0M22.2 26.7h0M16 26.7h0M9.8 26.7h0M6.7 21.4h0M3.6 16h0M6.7 10.6h0M9.8 5.3h0M16 5.3h0M22.2 5.3h0M25.3 10.6h0"/></svg>`;

/** A magnifying glass; the word beside it says what it is. */
export const searchMark = html`<svg class="glass" viewBox="0 0 16 16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="4.75"/><path d="M10 10l4.5 4.5"/></svg>`;
